using System.Globalization;
using Npgsql;
using Shouldly;
using Support.Sdk.Benchmarks.PostgreSql;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class PostgreSqlBenchmarksTests
{
    [Fact]
    public async Task PostgreSqlCommit_Benchmarks_WriteTheSameRows()
    {
        SkipWithoutServer();
        var benchmarks = new PostgreSqlCommitBenchmarks();
        await benchmarks.SetupAsync();
        try
        {
            await benchmarks.HandWritten();
            await benchmarks.StoreCommit();

            foreach (var table in new[] { "streams", "events", "effects", "claims", "index_entries" })
            {
                var (ours, theirs) = (await ShapeAsync(benchmarks.Source, "ours", table), await ShapeAsync(benchmarks.Source, "theirs", table));
                ours.Rows.ShouldBe(1, table);
                ours.ShouldBe(theirs, table);
            }
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    [Fact]
    public async Task Hosts_Benchmarks_Run()
    {
        SkipWithoutServer();
        var benchmarks = new HostsBenchmarks();
        await benchmarks.SetupAsync();
        try
        {
            await benchmarks.OneHost();
            await benchmarks.FourHosts();
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    private static void SkipWithoutServer() => Assert.SkipUnless(ThrowAwayServer.IsRequired || ThrowAwayServer.IsInstalled, "No PostgreSQL is installed.");

    // Rows, and the bytes of their documents.
    private static async Task<(long Rows, long Bytes)> ShapeAsync(NpgsqlDataSource source, string schema, string table)
    {
        var document = table switch
        {
            "streams" => "length(snapshot)",
            "events" or "effects" => "length(data)",
            _ => "0",
        };
        await using var command = source.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*), coalesce(sum({document}), 0)::bigint FROM {schema}.{table}"));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
