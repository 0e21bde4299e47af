using Microsoft.Data.Sqlite;
using Shouldly;
using Support.Sdk.Sqlite;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class SqliteBenchmarksTests
{
    [Theory]
    [InlineData(SqliteDurability.Full)]
    [InlineData(SqliteDurability.Normal)]
    public async Task SqliteCommit_Benchmarks_WriteTheSameRows(SqliteDurability durability)
    {
        var benchmarks = new SqliteCommitBenchmarks { Durability = durability };
        await benchmarks.SetupAsync();
        try
        {
            benchmarks.HandWritten();
            await benchmarks.StoreCommit();

            foreach (var table in new[] { "support_streams", "support_events", "support_effects", "support_claims", "support_index" })
            {
                var (ours, theirs) = (Shape(benchmarks.OurPath, table), Shape(benchmarks.TheirPath, table));
                ours.Rows.ShouldBe(1, table);
                ours.ShouldBe(theirs, table);
            }
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    // Rows, and the bytes of their documents: the columns named differ, what is written does not.
    private static (long Rows, long Bytes) Shape(string path, string table)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        var document = table switch
        {
            "support_streams" => "length(snapshot)",
            "support_events" or "support_effects" => "length(data)",
            _ => "0",
        };
        command.CommandText = $"SELECT count(*), coalesce(sum({document}), 0) FROM {table}";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
