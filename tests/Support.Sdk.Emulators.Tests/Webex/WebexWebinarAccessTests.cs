using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

/// <summary>Who may read what of a webinar, and what is refused.</summary>
public sealed class WebexWebinarAccessTests : WebexTest
{
    private WebexUser Host { get; set; } = null!;

    private EmulatedWebinar Webinar { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Host = Webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
        Webinar = Webex.AddWebinar(Host, new WebinarSeed { Start = Clock.GetUtcNow().AddDays(-1), Registrants = 3, Attendees = 2 });
    }

    [Theory]
    [InlineData("meetings/{series}/registration", "meeting:participants_read", HttpStatusCode.Forbidden)]
    [InlineData("meetings/{series}/registrants", "meeting:participants_read", HttpStatusCode.Forbidden)]
    [InlineData("meetingInvitees?meetingId={series}", "meeting:participants_read", HttpStatusCode.Forbidden)]
    [InlineData("meetingParticipants?meetingId={instance}", "meeting:schedules_read", HttpStatusCode.Forbidden)]
    [InlineData("meetings/{series}/registrants", "meeting:schedules_read", HttpStatusCode.OK)]
    [InlineData("meetingParticipants?meetingId={instance}", "meeting:participants_read", HttpStatusCode.OK)]
    public async Task Get_WithOneScope_IsAnsweredByIt(string path, string scope, HttpStatusCode expected) =>
        (await GetAsync(Fill(path), Webex.IssueToken(Host, [scope]))).Status.ShouldBe(expected);

    [Theory]
    [InlineData("meetings/{occurrence}/registrants")]
    [InlineData("meetings/{instance}/registrants")]
    [InlineData("meetings/{instance}/registration")]
    public async Task Get_OfAnOccurrenceOrInstance_Answers400(string path) => (await GetAsync(Fill(path), Host.AccessToken)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Registrants_OfAPlainMeeting_AnswersThatItHasNoRegistration()
    {
        var meeting = await CreateMeetingAsync();

        var reply = await GetAsync($"meetings/{meeting.Id}/registrants");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Description.ShouldBe("Registration is not supported for this meeting series.");
    }

    [Fact]
    public async Task Registrants_ForStrangersAndInvitees_AreNot()
    {
        var created = await PostAsync(
            "meetings",
            """{"title":"t","scheduledType":"webinar","start":"2026-03-03T10:00:00Z","end":"2026-03-03T11:00:00Z","registration":{"autoAcceptRequest":true},"invitees":[{"email":"ben@example.com"}]}""",
            Host.AccessToken);
        created.Status.ShouldBe(HttpStatusCode.OK, created.Text);

        (await GetAsync($"meetings/{created.Id}/registrants", Anna.AccessToken)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync($"meetings/{created.Id}/registrants", Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync($"meetings/{created.Id}/registration", Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync($"meetings/{created.Id}/registrants", Host.AccessToken)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_OnBehalfOfTheHost_NeedAnAdministrator()
    {
        var admin = Webex.AddUser("admin@example.com", "Adele Admin", new WebexUserSeed { IsAdministrator = true });
        string[] paths = ["meetings/{series}/registrants?hostEmail=host@example.com", "meetings/{series}/registration?hostEmail=host@example.com", "meetingParticipants?meetingId={instance}&hostEmail=host@example.com"];
        foreach (var path in paths)
        {
            (await GetAsync(Fill(path), admin.AccessToken)).Status.ShouldBe(HttpStatusCode.OK, path);
            (await GetAsync(Fill(path), Anna.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task Faults_OnRegistrants_AreMetLikeElsewhere()
    {
        Webex.Faults.On("GET", "/v1/meetings/{id}/registrants").Once().Respond(503);

        (await GetAsync(Fill("meetings/{series}/registrants"), Host.AccessToken)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await GetAsync(Fill("meetings/{series}/registrants"), Host.AccessToken)).Items.Count.ShouldBe(3);
    }

    private string Fill(string path) => path.Replace("{series}", Webinar.SeriesId).Replace("{instance}", Webinar.InstanceId).Replace("{occurrence}", Webinar.SeriesId + "_20260301T090000Z");
}
