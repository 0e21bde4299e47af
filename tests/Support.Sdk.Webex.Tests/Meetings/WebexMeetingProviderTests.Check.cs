using System.Net;
using Support.Sdk.Failures;
using Support.Sdk.Http;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Tests.Meetings;

public sealed partial class WebexMeetingProviderTests
{
    private const string Room = """{"topic":"Anna's room","hostPin":"4325","personalMeetingRoomLink":"https://example.webex.com/meet/anna","telephony":{"accessCode":"777","links":{"rel":"x"}}}""";

    [Fact]
    public async Task Check_WithARoom_FillsInTheFacts()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(Room);

        var facts = await host.Meetings.CheckAsync(Anna, new MeetingPrerequisites { ExtensionEnabled = false, HasPersonalRoom = false, SiteLinked = false }, Stop);

        facts.ShouldBe(new MeetingPrerequisites
        {
            ExtensionEnabled = false,
            SiteLinked = false,
            MinimumDuration = TimeSpan.FromMinutes(10),
            MaximumDuration = new TimeSpan(23, 59, 0),
        });
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    public async Task Check_WithoutARoom_SaysSo(int status)
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"message":"no room"}""", (HttpStatusCode)status);

        (await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop)).HasPersonalRoom.ShouldBeFalse();
    }

    [Fact]
    public async Task Check_RefusedForWantOfRights_SaysThatTheAccountIsRestricted()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("meeting-preferences.403.error", HttpStatusCode.Forbidden);

        (await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop)).AccountRestricted.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_TokenRejected_IsAFactAndNoException()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("error.401", HttpStatusCode.Unauthorized);

        (await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop)).ReauthorizationRequired.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_NoConsentStored_IsAFactAndNoException()
    {
        await using var host = new WebexHost(options =>
        {
            (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "C1", "secret");
            options.HostAccess = WebexHostAccess.HostTokens;
        });

        (await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop)).ReauthorizationRequired.ShouldBeTrue();
        host.Webex.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_VendorDown_Throws()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("", HttpStatusCode.ServiceUnavailable);

        var failure = await Should.ThrowAsync<SupportRequestException>(async () => await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop));

        failure.Kind.ShouldBe(FailureKind.Transient);
    }

    [Theory]
    [InlineData("site4-example.webex.com", true)]
    [InlineData("elsewhere.webex.com", false)]
    public async Task Check_WithASite_SaysWhetherTheHostIsOnIt(string site, bool linked)
    {
        await using var host = new WebexHost(options => options.SiteUrl = site);
        host.Webex.AnswerSample("meeting-sites.200").Answer(Room);

        var facts = await host.Meetings.CheckAsync(Anna, MeetingPrerequisites.Met, Stop);

        facts.SiteLinked.ShouldBe(linked);
        facts.HasPersonalRoom.ShouldBe(linked);
    }

    [Fact]
    public async Task FindPersonalRoom_WithARoom_GivesItsLinkAndNeverThePin()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(Room);

        (await host.Meetings.FindPersonalRoomAsync(Anna, Stop)).ShouldBe(new MeetingAccess(null, "https://example.webex.com/meet/anna", "777"));
    }

    [Fact]
    public async Task FindPersonalRoom_WithoutOne_GivesNothing()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}");

        (await host.Meetings.FindPersonalRoomAsync(Anna, Stop)).ShouldBeNull();
    }
}
