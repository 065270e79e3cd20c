"""Databases and file systems."""
from cloud import ACCOUNT, REGIONS


def act(cloud):
    databases(cloud)
    clusters(cloud)
    efs = cloud.client("efs")
    efs.create_file_system(CreationToken="estate-plain", Encrypted=False)
    efs.create_file_system(CreationToken="estate-default")
    efs.create_file_system(CreationToken="estate-encrypted", Encrypted=True, Tags=[{"Key": "team", "Value": "a"}])
    gone = efs.create_file_system(CreationToken="estate-gone")["FileSystemId"]
    efs.delete_file_system(FileSystemId=gone)
    cloud.client("efs", "eu-west-1").create_file_system(CreationToken="estate-plain-too", Encrypted=False)
    cloud.refused(efs.create_file_system, CreationToken="estate-plain", Encrypted=True)
    cloud.refused(efs.delete_file_system, FileSystemId="fs-00000000")


def databases(cloud):
    rds, ireland = cloud.client("rds"), cloud.client("rds", "eu-west-1")

    def database(name, client=rds, engine="postgres", **more):
        return client.create_db_instance(
            DBInstanceIdentifier=f"estate-{name}", DBInstanceClass="db.t3.micro", Engine=engine,
            **{"AllocatedStorage": 20, "MasterUsername": "estate", "MasterUserPassword": "correct-horse"} | more,
        )["DBInstance"]  # fmt: skip

    database("whole", StorageEncrypted=True, MultiAZ=True, AutoMinorVersionUpgrade=True, PubliclyAccessible=False)
    database("bare", StorageEncrypted=False, MultiAZ=False, AutoMinorVersionUpgrade=False, PubliclyAccessible=True)
    database("default")
    database("opened", PubliclyAccessible=False)
    rds.modify_db_instance(DBInstanceIdentifier="estate-opened", PubliclyAccessible=True, ApplyImmediately=True)
    database("closed", PubliclyAccessible=True, AutoMinorVersionUpgrade=False)
    rds.modify_db_instance(
        DBInstanceIdentifier="estate-closed", PubliclyAccessible=False, AutoMinorVersionUpgrade=True,
        MultiAZ=True, ApplyImmediately=True,
    )  # fmt: skip
    database("before", StorageEncrypted=True)
    rds.modify_db_instance(
        DBInstanceIdentifier="estate-before", NewDBInstanceIdentifier="estate-after", ApplyImmediately=True
    )
    database("gone", PubliclyAccessible=True)
    rds.delete_db_instance(DBInstanceIdentifier="estate-gone", SkipFinalSnapshot=True)
    rds.create_db_instance_read_replica(
        DBInstanceIdentifier="estate-replica", SourceDBInstanceIdentifier="estate-bare"
    )
    rds.create_db_snapshot(DBSnapshotIdentifier="estate-snapshot", DBInstanceIdentifier="estate-whole")
    rds.restore_db_instance_from_db_snapshot(
        DBInstanceIdentifier="estate-restored", DBSnapshotIdentifier="estate-snapshot", PubliclyAccessible=True
    )
    rds.restore_db_instance_to_point_in_time(
        SourceDBInstanceIdentifier="estate-whole", TargetDBInstanceIdentifier="estate-rewound",
        UseLatestRestorableTime=True,
    )  # fmt: skip
    database("ireland", ireland, "mysql", PubliclyAccessible=True)
    cloud.refused(database, name="whole")
    cloud.refused(rds.delete_db_instance, DBInstanceIdentifier="estate-nothing", SkipFinalSnapshot=True)


def clusters(cloud):
    rds = cloud.client("rds")
    for name, zones in (("wide", ["us-east-1a", "us-east-1b"]), ("narrow", ["us-east-1a"])):
        rds.create_db_cluster(
            DBClusterIdentifier=f"estate-{name}", Engine="aurora-postgresql", MasterUsername="estate",
            MasterUserPassword="correct-horse", StorageEncrypted=True, AvailabilityZones=zones,
        )  # fmt: skip
        for index in range(2 if name == "wide" else 1):
            rds.create_db_instance(
                DBInstanceIdentifier=f"estate-{name}-{index}", DBInstanceClass="db.r5.large",
                Engine="aurora-postgresql", DBClusterIdentifier=f"estate-{name}",
            )  # fmt: skip
    rds.create_db_cluster(
        DBClusterIdentifier="estate-dropped", Engine="aurora-postgresql", MasterUsername="estate",
        MasterUserPassword="correct-horse",
    )  # fmt: skip
    rds.modify_db_cluster(DBClusterIdentifier="estate-dropped", BackupRetentionPeriod=3)
    rds.delete_db_cluster(DBClusterIdentifier="estate-dropped", SkipFinalSnapshot=True)
    # Neptune logs as RDS and is another service; moto does not know DocumentDB's engine.
    graph = cloud.client("neptune")
    graph.create_db_cluster(DBClusterIdentifier="estate-graph", Engine="neptune")


def judge(cloud, say):
    for region in REGIONS:
        rds = cloud.client("rds", region)
        clusters = {one["DBClusterIdentifier"]: one for one in rds.describe_db_clusters()["DBClusters"]}
        for database in rds.describe_db_instances()["DBInstances"]:
            arn = database["DBInstanceArn"]
            # DocumentDB and Neptune are other services that log as RDS.
            ours = database["Engine"] not in ("docdb", "neptune")
            wide = database.get("MultiAZ", False)
            if database.get("DBClusterIdentifier"):
                wide = clusters[database["DBClusterIdentifier"]].get("MultiAZ", False)
            for control, passes in (
                ("rds-storage-encrypted", database.get("StorageEncrypted", False)),
                ("rds-auto-minor-version-upgrade", database.get("AutoMinorVersionUpgrade", False)),
                ("rds-not-publicly-accessible", not database.get("PubliclyAccessible", False)),
                ("rds-multi-az", wide),
            ):
                say(f"aws.rds.{control}", arn, passes if ours else None, region)
        for system in cloud.client("efs", region).describe_file_systems()["FileSystems"]:
            arn = f"arn:aws:elasticfilesystem:{region}:{ACCOUNT}:file-system/{system['FileSystemId']}"
            say("aws.elasticfilesystem.efs-encrypted", arn, system.get("Encrypted", False), region)
