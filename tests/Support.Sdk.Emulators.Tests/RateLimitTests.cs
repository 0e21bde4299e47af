using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests;

public sealed class RateLimitTests : WebexTest
{
    protected override void Configure(WebexEmulatorOptions options) => options.RequestsPerMinute = 3;

    [Fact]
    public async Task Limit_Exceeded_Answers429UntilTheMinuteIsOver()
    {
        for (var i = 0; i < 3; i++)
        {
            (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);
        }

        Clock.Advance(TimeSpan.FromSeconds(20));
        var refused = await GetAsync("people/me");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].ShouldBe("40");
        refused.Headers["Date"].ShouldBe("Mon, 02 Mar 2026 09:00:20 GMT");
        (await GetAsync("people/me", Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(40));
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task StartAsync_LimitBelowOne_Throws(int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => WebexEmulator.StartAsync(new WebexEmulatorOptions { RequestsPerMinute = limit }, Cancelled));
}
