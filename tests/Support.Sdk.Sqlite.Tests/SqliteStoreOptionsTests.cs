using Shouldly;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteStoreOptionsTests
{
    [Theory]
    [InlineData(":memory:")]
    [InlineData("file::memory:?cache=shared")]
    [InlineData("file:x?mode=memory")]
    public void Constructor_MemoryPath_IsRefusedWithTheRemedy(string path) =>
        Should.Throw<ArgumentException>(() => new SqliteMachineStore(new() { Path = path })).Message.ShouldContain("InMemoryMachineStore");

    [Theory]
    [InlineData("Data Source=a.db;Mode=Memory", "needs a file")]
    [InlineData("Data Source=a.db;Mode=ReadOnly", "read-only")]
    [InlineData("Data Source=a.db;Cache=Shared", "shared cache")]
    [InlineData("Mode=ReadWriteCreate", "needs a file")]
    [InlineData("Nonsense=1;Password=hunter2", "no connection string")]
    public void Constructor_UnfitConnectionString_IsRefusedWithoutQuotingIt(string connectionString, string reason)
    {
        var message = Should.Throw<ArgumentException>(() => new SqliteMachineStore(new() { ConnectionString = connectionString })).Message;
        message.ShouldContain(reason);
        message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Constructor_NeitherOrBoth_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new SqliteMachineStore(new()));
        Should.Throw<ArgumentException>(() => new SqliteMachineStore(new() { Path = "a.db", ConnectionString = "Data Source=a.db" }));
    }

    public static TheoryData<string, SqliteStoreOptions> OutOfRange => new()
    {
        { nameof(SqliteStoreOptions.BusyTimeout), new() { Path = "a.db", BusyTimeout = TimeSpan.FromSeconds(61) } },
        { nameof(SqliteStoreOptions.BusyTimeout), new() { Path = "a.db", BusyTimeout = TimeSpan.FromTicks(-1) } },
        { nameof(SqliteStoreOptions.BusyRetries), new() { Path = "a.db", BusyRetries = 101 } },
        { nameof(SqliteStoreOptions.WatchPollInterval), new() { Path = "a.db", WatchPollInterval = TimeSpan.Zero } },
        { nameof(SqliteStoreOptions.MaxReaders), new() { Path = "a.db", MaxReaders = 0 } },
        { nameof(SqliteStoreOptions.Durability), new() { Path = "a.db", Durability = (SqliteDurability)9 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Constructor_OutOfRange_NamesTheOption(string option, SqliteStoreOptions options) =>
        Should.Throw<ArgumentException>(() => new SqliteMachineStore(options)).Message.ShouldContain(option);

    [Fact]
    public void ToString_ConnectionStringWithPassword_DoesNotShowIt() =>
        new SqliteStoreOptions { ConnectionString = "Data Source=a.db;Password=hunter2" }.ToString().ShouldNotContain("hunter2");
}
