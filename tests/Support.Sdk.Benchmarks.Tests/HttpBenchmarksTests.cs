using Shouldly;
using Support.Sdk.Benchmarks.Http;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class HttpBenchmarksTests
{
    [Fact]
    public async Task LoopbackCall_Benchmarks_ReadTheSameTicket()
    {
        var benchmarks = new LoopbackCallBenchmarks();
        await benchmarks.SetupAsync();
        try
        {
            ShouldBeTheSample(await benchmarks.BareHttpClient());
            ShouldBeTheSample(await benchmarks.Transport());
        }
        finally
        {
            await benchmarks.CleanupAsync();
        }
    }

    [Fact]
    public async Task Pipeline_Benchmarks_ReadTheSameTicket()
    {
        var benchmarks = new PipelineBenchmarks();
        benchmarks.Setup();
        try
        {
            ShouldBeTheSample(await benchmarks.BareHttpClient());
            ShouldBeTheSample(await benchmarks.Transport());
        }
        finally
        {
            benchmarks.Cleanup();
        }
    }

    private static void ShouldBeTheSample(Ticket ticket)
    {
        ticket.ShouldBe(Ticket.Sample with { Tags = ticket.Tags });
        ticket.Tags.ShouldBe(Ticket.Sample.Tags);
    }
}
