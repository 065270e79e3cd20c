/// Runs a chunk of consecutive seeds; returns what went wrong, with the seed.
func failures(
    ofChunk chunk: UInt64, _ seedsPerChunk: UInt64, _ run: (UInt64) -> String?
) -> [String] {
    (chunk * seedsPerChunk..<(chunk + 1) * seedsPerChunk).compactMap(run)
}
