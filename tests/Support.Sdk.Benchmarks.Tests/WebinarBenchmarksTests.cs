using System.Text;
using Shouldly;
using Support.Sdk.Benchmarks.Webinars;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class WebinarBenchmarksTests
{
    [Fact]
    public void Row_Benchmarks_WriteTheSameBytes()
    {
        var benchmarks = new WebinarRowBenchmarks();

        benchmarks.DeserializeMapAndWrite().ShouldBe(Registrants.Count);
        var byHand = Encoding.UTF8.GetString(benchmarks.Output.Span);
        benchmarks.DeserializeOnlyWhatIsMapped().ShouldBe(Registrants.Count);
        Encoding.UTF8.GetString(benchmarks.Output.Span).ShouldBe(byHand);
        benchmarks.Plan().ShouldBe(Registrants.Count);
        Encoding.UTF8.GetString(benchmarks.Output.Span).ShouldBe(byHand);
    }
}
