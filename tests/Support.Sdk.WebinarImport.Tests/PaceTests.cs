using Shouldly;
using Support.Sdk.Testing;
using WebinarImportSample.Output;

namespace Support.Sdk.WebinarImport.Tests;

public sealed class PaceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void RowPace_RowsOfAnEarlierCall_DoNotCount()
    {
        var pace = new RowPace(_clock);
        _clock.Advance(TimeSpan.FromSeconds(5));
        pace.Report(60_000);
        _clock.Advance(TimeSpan.FromSeconds(10));
        pace.Report(61_000);

        pace.Rows.ShouldBe(61_000);
        pace.New.ShouldBe(1_000);
        pace.Rate.ShouldBe(100);
        pace.Until(100_000).ShouldBe(TimeSpan.FromSeconds(390));
    }

    [Fact]
    public void RowPace_NothingDoneYet_HasNoRemainingTime()
    {
        var pace = new RowPace(_clock);
        pace.Report(0);
        _clock.Advance(TimeSpan.FromSeconds(10));

        pace.Rate.ShouldBe(0);
        pace.Until(100).ShouldBeNull();
    }

    [Fact]
    public void StillnessWatch_NothingMoves_SaysSoAtGrowingDistancesAndGivesUp()
    {
        var notes = new List<double>();
        using var watch = new StillnessWatch(_clock, TimeSpan.FromMinutes(2), time => notes.Add(time.TotalSeconds), TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(119));
        notes.ShouldBe([15, 30, 60]);
        watch.HasGivenUp.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(10));
        notes.ShouldBe([15, 30, 60, 120]);
        watch.HasGivenUp.ShouldBeTrue();
        watch.Token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void StillnessWatch_SomethingMoves_BeginsAnew()
    {
        var notes = new List<double>();
        using var watch = new StillnessWatch(_clock, TimeSpan.FromSeconds(40), time => notes.Add(time.TotalSeconds), TestContext.Current.CancellationToken);

        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            watch.Moved();
        }

        notes.Count.ShouldBe(10);
        watch.HasGivenUp.ShouldBeFalse();
    }
}
