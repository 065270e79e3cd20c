import Testing
import Yams

/// The compose file cannot be run in the tests, so everything it names is looked up.
@Suite struct ComposeTests {
    private let services: [String: [String: Any]]
    private let declaredVolumes: Set<String>
    private let dockerfile: String

    init() throws {
        let text = try #require(ProjectTree.text("docker-compose.yml"))
        let document = try #require(try Yams.load(yaml: text) as? [String: Any])
        services = try #require(document["services"] as? [String: [String: Any]])
        let volumes = document["volumes"] as? [String: Any] ?? [:]
        declaredVolumes = Set(volumes.keys)
        dockerfile = try #require(ProjectTree.text("Dockerfile"))
    }

    @Test func `The services are the broker, the topics, the detector and a producer`() {
        #expect(Set(services.keys) == ["kafka", "topics", "plumbline", "producer"])
    }

    @Test func `Every service waits only for services that exist`() {
        for (name, service) in services {
            let wanted = service["depends_on"] as? [String: Any] ?? [:]
            for other in wanted.keys { #expect(services[other] != nil, "\(name) waits for \(other)") }
        }
    }

    @Test func `Every image has a fixed version`() throws {
        for (name, service) in services {
            let image = try #require(service["image"] as? String, "\(name) needs an image")
            #expect(Self.isFixed(image), "\(name): \(image)")
        }
    }

    @Test func `Every build names a stage of the Dockerfile`() throws {
        for (name, service) in services {
            guard let build = service["build"] as? [String: Any] else { continue }
            let target = try #require(build["target"] as? String)
            #expect(dockerfile.contains(" AS \(target)\n"), "\(name) builds \(target)")
        }
    }

    @Test func `Every volume is declared, every mounted file is in the project`() {
        var used = Set<String>()
        for (name, service) in services {
            for volume in service["volumes"] as? [String] ?? [] {
                let source = String(volume.prefix { $0 != ":" })
                if source.hasPrefix("./") {
                    let path = String(source.dropFirst(2))
                    #expect(ProjectTree.text(path) != nil, "\(name) mounts \(path)")
                } else {
                    used.insert(source)
                }
            }
        }
        #expect(used == declaredVolumes)
    }

    @Test(arguments: ["topics", "plumbline"])
    func `A service reads the settings that are mounted into it`(name: String) throws {
        let command = try #require(services[name]?["command"] as? [String])
        let flag = try #require(command.firstIndex(of: "--config"))
        let mounts = services[name]?["volumes"] as? [String] ?? []
        #expect(mounts.contains { $0.contains(":\(command[flag + 1]):") })
    }

    @Test func `The settings name the broker of the compose file and the prefix of the topics`() throws {
        let text = try #require(ProjectTree.text("deploy/plumbline.yaml"))
        let settings = try #require(try Yams.load(yaml: text) as? [String: [String: Any]])
        let environment = services["kafka"]?["environment"] as? [String: String] ?? [:]
        let broker = try #require(settings["kafka"]?["bootstrap.servers"] as? String)
        #expect(environment["KAFKA_ADVERTISED_LISTENERS"] == "PLAINTEXT://\(broker)")
        #expect(services["producer"]?["environment"] as? [String: String] == ["BROKERS": broker])
        #expect(settings["topics"]?["prefix"] as? String == TopicNames.prefix)
    }

    @Test func `The sample goes to an input topic with the partitioner that the detector expects`() throws {
        let script = try #require(ProjectTree.text("deploy/produce-sample.sh"))
        #expect(script.contains("-t \(TopicNames.prefix)cloudtrail "))
        #expect(script.contains("-X partitioner=murmur2_random"))
    }

    /// Whether an image has a version that starts with a digit.
    static func isFixed(_ image: String) -> Bool {
        let parts = image.split(separator: ":")
        return parts.count == 2 && parts[1].first?.isNumber == true
    }
}
