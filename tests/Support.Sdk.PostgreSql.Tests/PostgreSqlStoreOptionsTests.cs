using Npgsql;
using Shouldly;

namespace Support.Sdk.PostgreSql.Tests;

public sealed class PostgreSqlStoreOptionsTests
{
    private const string Good = "Host=localhost";

    public static TheoryData<string, PostgreSqlStoreOptions> OutOfRange => new()
    {
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = "" } },
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = "Support" } },
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = "a; DROP SCHEMA b" } },
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = "1a" } },
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = "pg_support" } },
        { nameof(PostgreSqlStoreOptions.Schema), new() { ConnectionString = Good, Schema = new string('a', 41) } },
        { nameof(PostgreSqlStoreOptions.WatchPollInterval), new() { ConnectionString = Good, WatchPollInterval = TimeSpan.Zero } },
        { nameof(PostgreSqlStoreOptions.WatchPollInterval), new() { ConnectionString = Good, WatchPollInterval = TimeSpan.FromMinutes(6) } },
        { nameof(PostgreSqlStoreOptions.Retries), new() { ConnectionString = Good, Retries = -1 } },
        { nameof(PostgreSqlStoreOptions.Retries), new() { ConnectionString = Good, Retries = 21 } },
        { "NpgsqlDataSource", new() },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Constructor_OutOfRange_NamesTheOption(string option, PostgreSqlStoreOptions options) =>
        Should.Throw<ArgumentException>(() => new PostgreSqlMachineStore(options)).Message.ShouldContain(option);

    [Theory]
    [InlineData("Nonsense=1;Password=hunter2")]
    [InlineData("Port=hunter2")]
    [InlineData("Password=hunter2")]
    [InlineData("")]
    public void Constructor_UnfitConnectionString_IsRefusedWithoutQuotingIt(string connectionString)
    {
        var exception = Should.Throw<ArgumentException>(() => new PostgreSqlMachineStore(new() { ConnectionString = connectionString }));
        exception.Message.ShouldContain("ConnectionString");
        exception.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Constructor_DataSourceAndConnectionString_IsRefused()
    {
        await using var source = NpgsqlDataSource.Create(Good);
        Should.Throw<ArgumentException>(() => new PostgreSqlMachineStore(new() { ConnectionString = Good }, source)).ParamName.ShouldBe("options");
    }

    [Fact]
    public void ToString_ConnectionStringWithPassword_DoesNotShowIt() =>
        new PostgreSqlStoreOptions { ConnectionString = "Host=a;Password=hunter2" }.ToString().ShouldBe("PostgreSqlStoreOptions { Schema = support_sdk }");
}
