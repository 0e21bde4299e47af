using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class WebinarRangeTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset Now = new(2026, 6, 10, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void GetWindow_DaysOfTheReader_AreWholeDays()
    {
        // Half past midnight of the eleventh in Paris.
        new WebinarRange(2, 1).GetWindow(Now, Paris).ShouldBe((new(2026, 6, 8, 22, 0, 0, TimeSpan.Zero), new(2026, 6, 12, 22, 0, 0, TimeSpan.Zero)));
        new WebinarRange(0, 0).GetWindow(Now, TimeZoneInfo.Utc).ShouldBe((new(2026, 6, 10, 0, 0, 0, TimeSpan.Zero), new(2026, 6, 11, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void GetWindow_ClocksChange_KeepsToMidnight() =>
        new WebinarRange(0, 0).GetWindow(new(2026, 10, 25, 12, 0, 0, TimeSpan.Zero), Paris).ShouldBe((new(2026, 10, 24, 22, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 23, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(-1, -60, 60, false)]       // ends as the range begins
    [InlineData(-1, -60, 61, true)]
    [InlineData(-1, 0, 0, true)]           // begins and ends in the same instant
    [InlineData(2, -1, 60, true)]          // the last minute of tomorrow
    [InlineData(2, 0, 60, false)]
    public void Contains_Edges_AreExact(int day, int minute, int length, bool expected)
    {
        var start = new DateTimeOffset(2026, 6, 10, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddMinutes(minute);

        new WebinarRange(1, 1).Contains(start, start.AddMinutes(length), Now, TimeZoneInfo.Utc).ShouldBe(expected);
    }

    [Fact]
    public void Create_DaysOutOfRange_NamesThem()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new WebinarRange(-1, 0)).ParamName.ShouldBe("pastDays");
        Should.Throw<ArgumentOutOfRangeException>(() => new WebinarRange(0, WebinarRange.MaximumDays + 1)).ParamName.ShouldBe("upcomingDays");
        Should.Throw<ArgumentOutOfRangeException>(() => new WebinarRange(0, 0).Contains(Now, Now.AddMinutes(-1), Now, Paris)).ParamName.ShouldBe("end");
    }
}
