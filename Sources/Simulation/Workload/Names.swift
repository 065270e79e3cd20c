/// The words that made-up resources and people are named with. None needs an escape in JSON.
enum Names {
    static let regions = [
        "us-east-1", "eu-west-1", "us-west-2", "eu-central-1", "ap-southeast-2", "us-east-2",
        "ap-northeast-1", "eu-north-1", "ca-central-1", "sa-east-1",
    ]

    static let people = [
        "ida", "otto", "mira", "jonas", "priya", "chen", "amara", "lukas", "sofia", "diego", "hanna", "yusuf",
        "nora", "felix", "aiko", "marta",
    ]

    /// The first three change things.
    static let roles: [(name: String, use: EstateRole.Use)] = [
        ("AWSReservedSSO_PlatformAdmin_6f1d2c9b8a704e35", .person),
        ("github-deploy", .pipeline),
        ("terraform-apply", .pipeline),
        ("AWSReservedSSO_ReadOnly_0b7c3e5519af42d8", .person),
        ("orders-api-task", .service),
        ("eks-node-group", .service),
        ("backup-runner", .service),
        ("metrics-collector", .service),
    ]

    static let teams = [
        "orders", "payroll", "search", "billing", "identity", "catalog", "shipping", "reports", "mobile",
        "ledger", "media", "support",
    ]

    static let tiers = ["web", "api", "worker", "db", "cache", "queue", "batch", "bastion"]
    static let stages = ["prod", "staging", "dev"]
    static let data = ["exports", "uploads", "backups", "logs", "artifacts", "lake", "assets", "archive"]

    static let userAgents = [
        "aws-cli/2.22.4 md/awscrt#0.23.1 ua/2.0 os/linux#6.1.0 md/arch#x86_64 lang/python#3.12.6 "
            + "md/pyimpl#CPython cfg/retry-mode#standard md/installer#exe md/prompt#off md/command#run",
        "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.76.0 "
            + "(+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.32.5 ua/2.1 os/linux "
            + "lang/go#1.23.2 md/GOOS#linux md/GOARCH#amd64",
        "Boto3/1.35.64 md/Botocore#1.35.64 ua/2.0 os/linux#5.10.228-219.884.amzn2.x86_64 md/arch#x86_64 "
            + "lang/python#3.11.10 md/pyimpl#CPython cfg/retry-mode#legacy Botocore/1.35.64",
        "aws-sdk-java/2.29.12 Linux/6.1.112-122.189.amzn2023.x86_64 OpenJDK_64-Bit_Server_VM/21.0.5+11-LTS "
            + "Java/21.0.5 vendor/Amazon.com_Inc. md/internal io/sync http/Apache cfg/retry-mode/standard",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/131.0.0.0 Safari/537.36",
    ]
}
