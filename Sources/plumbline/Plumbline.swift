@main struct Plumbline { static func main() {} }
