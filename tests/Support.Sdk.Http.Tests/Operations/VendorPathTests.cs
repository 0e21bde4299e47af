using Shouldly;

namespace Support.Sdk.Http.Tests;

public class VendorPathTests
{
    [Fact]
    public void Of_Holes_AreEscapedAsSegments() =>
        VendorPath.Of($"/meetings/{"a/b?c#d e"}/participants/{42}").Value.ShouldBe("meetings/a%2Fb%3Fc%23d%20e/participants/42");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void Of_HoleThatChangesTheAddress_Throws(string? hole) => Should.Throw<ArgumentException>(() => VendorPath.Of($"meetings/{hole}").Value);

    [Fact]
    public void Query_Values_AreEscapedAndNullsLeftOut() =>
        VendorPath.Of($"things")
            .Query("q", "a&b=c d+é")
            .Query("none", (string?)null)
            .Query("max", 100)
            .Query("active", false)
            .Query("from", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)))
            .QueryList("ids", ["1,2", "3"])
            .QueryList("empty", [])
            .Value.ShouldBe("things?q=a%26b%3Dc%20d%2B%C3%A9&max=100&active=false&from=2026-03-02T09%3A00%3A00Z&ids=1%2C2,3");
}
