import Testing

@Suite struct AWSWorkloadTests {
    static let fileSystem = awsLine("AWS::EFS::FileSystem", "fs-1")
    static let function = awsLine("AWS::Lambda::Function", "f1")
    static let queue = awsLine("AWS::SQS::Queue", "q1")
    static let tagged = ##"Tags #a := {"Key":"a","Value":"b"}"##
    static let oneTag = ##"Tags = [#a {"Key":"a","Value":"b"}]"##

    static func call(
        _ service: String, _ name: String, _ request: String, _ response: String = "null"
    ) -> String {
        cloudTrailRecord(service, name, request: request, response: response)
    }

    static let cases =
        fileSystemCases + containerCases + functionCases + queueCases

    static let fileSystemCases: [AWSCase] = [
        AWSCase(
            "a new file system",
            call(
                "elasticfilesystem", "CreateFileSystem", #"{"creationToken":"t"}"#,
                #"""
                {"fileSystemId":"fs-1","ownerId":"111122223333","encrypted":true,"kmsKeyId":"arn:k",
                "tags":[{"key":"a","value":"b"}]}
                """#),
            ["create \(fileSystem)", "Encrypted = true", #"KmsKeyId = "arn:k""#, oneTag]),
        AWSCase(
            "a file system goes", call("elasticfilesystem", "DeleteFileSystem", #"{"fileSystemId":"fs-1"}"#),
            ["delete \(fileSystem)"]),
        AWSCase(
            "a replication makes a file system in another region",
            call(
                "elasticfilesystem", "CreateReplicationConfiguration",
                #"{"sourceFileSystemId":"fs-1","destinations":[{"region":"us-west-2"}]}"#,
                #"{"destinations":[{"status":"ENABLING","fileSystemId":"fs-2","region":"us-west-2"}]}"#),
            ["create \(awsLine("AWS::EFS::FileSystem", "fs-2", region: "us-west-2"))", "Encrypted = ?"]),
        AWSCase(
            "a replication to a file system that is there",
            call(
                "elasticfilesystem", "CreateReplicationConfiguration",
                #"{"sourceFileSystemId":"fs-1","destinations":[{"fileSystemId":"fs-2"}]}"#,
                #"{"destinations":[{"status":"ENABLING","fileSystemId":"fs-2","region":"us-west-2"}]}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a file system's tags by the older call",
            call(
                "elasticfilesystem", "CreateTags",
                #"{"fileSystemId":"fs-1","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(fileSystem)", tagged]),
        AWSCase(
            "a file system's tags go by the older call",
            call("elasticfilesystem", "DeleteTags", #"{"fileSystemId":"fs-1","tagKeys":["a"]}"#),
            ["modify \(fileSystem)", "Tags - #a"]),
        AWSCase(
            "a file system's tags",
            call(
                "elasticfilesystem", "TagResource",
                #"""
                {"resourceId":"arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1",
                "tags":[{"key":"a","value":"b"}]}
                """#), ["modify \(fileSystem)", tagged]),
        AWSCase(
            "a file system's tags go",
            call("elasticfilesystem", "UntagResource", #"{"resourceId":"fs-1","tagKeys":["a"]}"#),
            ["modify \(fileSystem)", "Tags - #a"]),
        AWSCase(
            "an access point's tags are not governed",
            call("elasticfilesystem", "TagResource", #"{"resourceId":"fsap-1","tags":[]}"#),
            ["irrelevant not-governed"]),
    ]

    private static let table = awsLine("AWS::DynamoDB::Table", "t1")
    private static let ecsCluster = awsLine("AWS::ECS::Cluster", "c1")
    private static let ecsService = awsLine("AWS::ECS::Service", "c1/s1")
    private static let eksCluster = awsLine("AWS::EKS::Cluster", "c1")
    private static let ecs = "arn:aws:ecs:eu-west-1:111122223333:"

    static let containerCases: [AWSCase] = [
        AWSCase(
            "a cluster of containers",
            call(
                "ecs", "CreateCluster", #"{"clusterName":"c1","tags":[{"key":"a","value":"b"}]}"#,
                #"{"cluster":{"clusterArn":"\#(ecs)cluster/c1","clusterName":"c1"}}"#),
            ["create \(ecsCluster)", #"ClusterName = "c1""#, oneTag]),
        AWSCase(
            "a service of containers",
            call(
                "ecs", "CreateService", #"{"cluster":"c1","serviceName":"s1"}"#,
                #"{"service":{"serviceArn":"\#(ecs)service/c1/s1","clusterArn":"\#(ecs)cluster/c1"}}"#),
            ["create \(ecsService)", #"ServiceName = "s1""#, #"Cluster = "c1""#, "Tags = []"]),
        AWSCase(
            "a cluster goes", call("ecs", "DeleteCluster", #"{"cluster":"\#(ecs)cluster/c1"}"#),
            ["delete \(ecsCluster)"]),
        AWSCase(
            "a service goes", call("ecs", "DeleteService", #"{"cluster":"c1","service":"s1"}"#),
            ["delete \(ecsService)"]),
        AWSCase(
            "a cluster's tags",
            call(
                "ecs", "TagResource",
                #"{"resourceArn":"\#(ecs)cluster/c1","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(ecsCluster)", tagged]),
        AWSCase(
            "a service's tags go",
            call("ecs", "UntagResource", #"{"resourceArn":"\#(ecs)service/c1/s1","tagKeys":["a"]}"#),
            ["modify \(ecsService)", "Tags - #a"]),
        AWSCase(
            "a cluster of Kubernetes",
            call("eks", "CreateCluster", #"{"name":"c1"}"#, #"{"cluster":{"name":"c1","tags":{"a":"b"}}}"#),
            ["create \(eksCluster)", #"Name = "c1""#, oneTag]),
        AWSCase(
            "a cluster of Kubernetes goes", call("eks", "DeleteCluster", #"{"name":"c1"}"#),
            ["delete \(eksCluster)"]),
        AWSCase(
            "its tags",
            call(
                "eks", "TagResource",
                #"{"resourceArn":"arn:aws:eks:eu-west-1:111122223333:cluster/c1","tags":{"a":"b"}}"#),
            ["modify \(eksCluster)", tagged]),
        AWSCase(
            "its tags go",
            call(
                "eks", "UntagResource",
                #"{"resourceArn":"arn:aws:eks:eu-west-1:111122223333:cluster/c1","tagKeys":["a"]}"#),
            ["modify \(eksCluster)", "Tags - #a"]),
        AWSCase(
            "a table",
            call(
                "dynamodb", "CreateTable", #"{"tableName":"t1"}"#,
                #"{"tableDescription":{"tableName":"t1","tableStatus":"CREATING"}}"#),
            ["create \(table)", #"TableName = "t1""#, "Tags = []"]),
        AWSCase(
            "a table from a backup",
            call("dynamodb", "RestoreTableFromBackup", #"{"targetTableName":"t1","backupArn":"arn:b"}"#),
            ["create \(table)", #"TableName = "t1""#, "Tags = []"]),
        AWSCase(
            "a table as it was",
            call(
                "dynamodb", "RestoreTableToPointInTime", #"{"targetTableName":"t1","sourceTableName":"t0"}"#),
            ["create \(table)", #"TableName = "t1""#, "Tags = []"]),
        AWSCase(
            "a table goes", call("dynamodb", "DeleteTable", #"{"tableName":"t1"}"#), ["delete \(table)"]),
        AWSCase(
            "a table's tags",
            call(
                "dynamodb", "TagResource",
                #"""
                {"resourceArn":"arn:aws:dynamodb:eu-west-1:111122223333:table/t1","tags":[{"key":"a","value":"b"}]}
                """#), ["modify \(table)", tagged]),
        AWSCase(
            "a table's tags go",
            call(
                "dynamodb", "UntagResource",
                #"{"resourceArn":"arn:aws:dynamodb:eu-west-1:111122223333:table/t1","tagKeys":["a"]}"#),
            ["modify \(table)", "Tags - #a"]),
    ]

    static let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f1"
    private static let statement = #"{"Effect":"Allow","Principal":"*","Sid":"p1"}"#

    static let functionCases: [AWSCase] = [
        AWSCase(
            "a new function has no policy",
            call(
                "lambda", "CreateFunction20150331", #"{"functionName":"f1","tags":{"a":"b"}}"#,
                #"{"functionName":"f1"}"#),
            [
                "create \(function)", #"FunctionName = "f1""#, "PolicyStatements = default []", oneTag,
            ]),
        AWSCase(
            "a function goes, named by its ARN",
            call("lambda", "DeleteFunction20150331", #"{"functionName":"\#(arn)"}"#), ["delete \(function)"]),
        AWSCase(
            "a version goes",
            call("lambda", "DeleteFunction20150331", #"{"functionName":"f1","qualifier":"3"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a statement comes with the answer",
            call(
                "lambda", "AddPermission20150331v2",
                #"{"functionName":"f1","statementId":"p1","action":"lambda:InvokeFunction","principal":"*"}"#,
                #"{"statement":"{\"Sid\":\"p1\",\"Effect\":\"Allow\",\"Principal\":\"*\"}"}"#),
            ["modify \(function)", "PolicyStatements #p1 := \(statement)"]),
        AWSCase(
            "a statement on an alias is another one",
            call(
                "lambda", "AddPermission20150331",
                #"{"functionName":"111122223333:function:f1:live","statementId":"p1"}"#,
                #"{"statement":"{\"Sid\":\"p1\",\"Effect\":\"Allow\",\"Principal\":\"*\"}"}"#),
            ["modify \(function)", "PolicyStatements #live:p1 := \(statement)"]),
        AWSCase(
            "a statement that no answer tells",
            call("lambda", "AddPermission20150331v2", #"{"functionName":"f1","statementId":"p1"}"#),
            ["modify \(function)", "PolicyStatements = ?"]),
        AWSCase(
            "a statement goes",
            call("lambda", "RemovePermission20150331v2", #"{"functionName":"f1","statementId":"p1"}"#),
            ["modify \(function)", "PolicyStatements - #p1"]),
        AWSCase(
            "a statement of an alias goes",
            call(
                "lambda", "RemovePermission20150331",
                #"{"functionName":"f1","statementId":"p1","qualifier":"live"}"#),
            ["modify \(function)", "PolicyStatements - #live:p1"]),
        AWSCase(
            "a function's tags",
            call("lambda", "TagResource20170331v2", #"{"resource":"\#(arn)","tags":{"a":"b"}}"#),
            ["modify \(function)", tagged]),
        AWSCase(
            "a function's tags go",
            call("lambda", "UntagResource20170331v2", #"{"resource":"\#(arn)","tagKeys":["a"]}"#),
            ["modify \(function)", "Tags - #a"]),
        AWSCase(
            "another account's function is foreign",
            call(
                "lambda", "RemovePermission20150331v2",
                #"{"functionName":"arn:aws:lambda:eu-west-1:999988887777:function:f1","statementId":"p1"}"#),
            ["irrelevant foreign"]),
    ]

    static let url = "https://sqs.eu-west-1.amazonaws.com/111122223333/q1"
    static let policy = #"{\"Statement\":{\"Sid\":\"s\",\"Effect\":\"Allow\",\"Principal\":\"*\"}}"#
    static let inForce = ##"PolicyStatements = [#s {"Effect":"Allow","Principal":"*","Sid":"s"}]"##

    static let queueCases: [AWSCase] = [
        AWSCase(
            "a new queue",
            call("sqs", "CreateQueue", #"{"queueName":"q1","tags":{"a":"b"}}"#, #"{"queueUrl":"\#(url)"}"#),
            ["create \(queue)", #"QueueName = "q1""#, "PolicyStatements = default []", oneTag]),
        AWSCase(
            "a new queue with a policy",
            call("sqs", "CreateQueue", #"{"queueName":"q1","attributes":{"Policy":"\#(policy)"}}"#),
            ["create \(queue)", #"QueueName = "q1""#, inForce, "Tags = []"]),
        AWSCase(
            "a queue's policy",
            call(
                "sqs", "SetQueueAttributes", #"{"queueUrl":"\#(url)","attributes":{"Policy":"\#(policy)"}}"#),
            ["modify \(queue)", inForce]),
        AWSCase(
            "a queue's policy goes by an empty text",
            call("sqs", "SetQueueAttributes", #"{"queueUrl":"\#(url)","attributes":{"Policy":""}}"#),
            ["modify \(queue)", "PolicyStatements = []"]),
        AWSCase(
            "another attribute",
            call("sqs", "SetQueueAttributes", #"{"queueUrl":"\#(url)","attributes":{"DelaySeconds":"1"}}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a statement is built from label, accounts and actions",
            call(
                "sqs", "AddPermission",
                #"{"queueUrl":"\#(url)","label":"l","aWSAccountIds":["999988887777"],"actions":["SendMessage"]}"#
            ),
            [
                "modify \(queue)",
                ##"PolicyStatements #l := {"Action":"SQS:SendMessage","Effect":"Allow","Principal":{"AWS":"##
                    + #""arn:aws:iam::999988887777:root"},"Resource":"arn:aws:sqs:eu-west-1:111122223333:q1","Sid":"l"}"#,
            ]),
        AWSCase(
            "a statement goes", call("sqs", "RemovePermission", #"{"queueUrl":"\#(url)","label":"l"}"#),
            ["modify \(queue)", "PolicyStatements - #l"]),
        AWSCase("a queue goes", call("sqs", "DeleteQueue", #"{"queueUrl":"\#(url)"}"#), ["delete \(queue)"]),
        AWSCase(
            "a queue's tags", call("sqs", "TagQueue", #"{"queueUrl":"\#(url)","tags":{"a":"b"}}"#),
            ["modify \(queue)", tagged]),
        AWSCase(
            "a queue's tags go", call("sqs", "UntagQueue", #"{"queueUrl":"\#(url)","tagKeys":["a"]}"#),
            ["modify \(queue)", "Tags - #a"]),
        AWSCase(
            "another account's queue is foreign",
            call(
                "sqs", "DeleteQueue", #"{"queueUrl":"https://sqs.eu-west-1.amazonaws.com/999988887777/q1"}"#),
            ["irrelevant foreign"]),
    ]

    @Test(arguments: cases) func `an event of a workload decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    static let baselines: [AWSCase] = [
        AWSCase(
            "a file system",
            InventoryConfigTests.item(
                "AWS::EFS::FileSystem", "fs-1", configuration: #"{"Encrypted":true,"KmsKeyId":"k"}"#),
            ["modify \(fileSystem)", "Encrypted = true", #"KmsKeyId = "k""#, "Tags = []"]),
        AWSCase(
            "a function and its policy",
            InventoryConfigTests.item(
                "AWS::Lambda::Function", "f1", configuration: #"{"functionName":"f1"}"#,
                supplement: #"{"Policy":"\"\#(policy.replacing(#"\""#, with: #"\\\""#))\""}"#),
            ["modify \(function)", #"FunctionName = "f1""#, "Tags = []", inForce]),
        AWSCase(
            "a queue and its policy",
            InventoryConfigTests.item(
                "AWS::SQS::Queue", url, configuration: #"{"QueueName":"q1","Policy":"\#(policy)"}"#),
            ["modify \(queue)", #"QueueName = "q1""#, "Tags = []", inForce]),
        AWSCase(
            "a queue in an inventory, by its URL and with a whole policy",
            InventoryNetworkTests.record(
                "AWS::SQS::Queue", url,
                #"{"QueueName":"q1","Policy":{"Statement":[{"Sid":"s","Effect":"Allow","Principal":"*"}]}}"#),
            ["modify \(queue)", #"QueueName = "q1""#, inForce]),
        AWSCase(
            "a function's statements in an inventory",
            InventoryNetworkTests.record(
                "AWS::Lambda::Function", arn,
                #"{"PolicyStatements":[{"Sid":"s","Effect":"Allow","Principal":"*"}]}"#),
            ["modify \(function)", inForce]),
    ]

    @Test(arguments: baselines) func `a baseline of a workload decodes to an observation`(
        _ example: AWSCase
    ) {
        #expect(Set(decoded(example.record)) == Set(example.expected))
    }
}
