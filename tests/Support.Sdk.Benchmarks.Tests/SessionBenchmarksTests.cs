using System.Text.Json;
using Shouldly;
using Support.Sdk.Benchmarks.PostgreSql;
using Support.Sdk.Benchmarks.Sessions;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class SessionBenchmarksTests
{
    [Fact]
    public void Lifecycle_Benchmarks_EndInTheSameState()
    {
        var benchmarks = new SessionLifecycleBenchmarks();

        Json(benchmarks.Machine()).ShouldBe(Json(benchmarks.RecordWith()));
    }

    [Fact]
    public void Explain_Benchmarks_AgreeOnEveryActionButThoseThatThePayloadDecides()
    {
        var benchmarks = new SessionExplainBenchmarks();
        var explained = benchmarks.Explain();

        explained.Select(action => action.Availability != ActionAvailability.Refused).ShouldBe(benchmarks.Booleans());
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Command_Benchmarks_Run(string store)
    {
        Assert.SkipWhen(store == "PostgreSQL" && !ThrowAwayServer.IsInstalled && !ThrowAwayServer.IsRequired, "No PostgreSQL is installed.");
        var benchmarks = new SessionCommandBenchmarks { Store = store };
        await benchmarks.SetupAsync();
        try
        {
            await benchmarks.HandWritten();
            await benchmarks.Command();
            await benchmarks.Command();
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    [Fact]
    public async Task FanOut_Benchmarks_ReachEveryListener()
    {
        var benchmarks = new FanOutBenchmarks();
        await benchmarks.SetupAsync();
        try
        {
            await benchmarks.Channels();
            await benchmarks.Feed();
            await benchmarks.Feed();
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    private static string Json(SupportSession session) => System.Text.Encoding.UTF8.GetString(SupportSessionMachine.Format.Write(session).Data.Span);
}
