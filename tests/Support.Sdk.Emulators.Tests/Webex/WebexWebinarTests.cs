using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexWebinarTests : WebexTest
{
    private static readonly DateTimeOffset Yesterday = new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);

    private WebexUser Host { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Host = Webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
    }

    [Fact]
    public async Task Registrants_ByPages_AreAllThereOnce()
    {
        var webinar = Add(registrants: 250);

        var (items, pages) = await AllAsync($"meetings/{webinar.SeriesId}/registrants?max=1000");

        pages.ShouldBe(3, "max is lowered to 100");
        items.Select(static item => (string)item["id"]!).Distinct().Count().ShouldBe(250);
        items.Select(static item => (string)item["email"]!).Distinct().Count().ShouldBe(250);
        items.GroupBy(static item => (string)item["status"]!).ToDictionary(static group => group.Key, static group => group.Count())
            .ShouldBe(new Dictionary<string, int> { ["approved"] = 85 + 85 + 50, ["pending"] = 20, ["rejected"] = 10 }, ignoreOrder: true);
        items.Select(static item => (DateTimeOffset)item["registrationTime"]!).ShouldBeInOrder();
        items.ForEach(static item => WebexSpec.Violations("Registrant", item).ShouldBeEmpty());
    }

    [Fact]
    public async Task Registrants_AgainAndInAnotherEmulator_AreTheSame()
    {
        var webinar = Add(registrants: 20);
        var path = $"meetings/{webinar.SeriesId}/registrants?max=20";
        var first = (await GetAsync(path, Host.AccessToken)).Text;

        (await GetAsync(path, Host.AccessToken)).Text.ShouldBe(first);
        await using var other = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = Clock }, Cancelled);
        other.AddUser("anna@example.com", "Anna Adams");
        other.AddUser("ben@example.com", "Ben Brown");
        var again = other.AddWebinar(other.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true }), new WebinarSeed { Start = Yesterday, Registrants = 20 });
        again.ShouldBe(webinar);
    }

    [Fact]
    public async Task Registrants_ByEmailAndTime_AreFiltered()
    {
        var webinar = Add(registrants: 14); // one a day, the first fourteen days before the start
        var path = $"meetings/{webinar.SeriesId}/registrants?max=100";

        (await GetAsync(path + "&email=" + WebinarPerson.Of(3).Email.ToUpperInvariant(), Host.AccessToken)).Items.Single()!["firstName"]!.GetValue<string>().ShouldBe(WebinarPerson.Of(3).FirstName);
        (await GetAsync(path + "&email=nobody@example.com", Host.AccessToken)).Items.ShouldBeEmpty();
        (await GetAsync(path + "&registrationTimeFrom=2026-02-20T14:00:00Z&registrationTimeTo=2026-02-22T14:00:00Z", Host.AccessToken)).Items.Count.ShouldBe(2);
        (await GetAsync(path + "&registrationTimeFrom=2026-02-15T14:00:00Z", Host.AccessToken)).Items.Count.ShouldBe(7, "seven days from the one bound");
        (await GetAsync(path + "&registrationTimeFrom=2025-01-01T00:00:00Z&registrationTimeTo=2026-02-22T14:00:00Z", Host.AccessToken)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Query_ByAddresses_FiltersAndOrders()
    {
        var webinar = Add(registrants: 100);
        var path = $"meetings/{webinar.SeriesId}/registrants/query";
        var emails = $"\"{WebinarPerson.Of(2).Email}\",\"{WebinarPerson.Of(90).Email}\",\"nobody@example.com\",\"{WebinarPerson.Of(1).Email}\"";

        var found = await PostAsync(path, $$"""{"emails":[{{emails}}],"orderBy":"email","orderType":"DESC"}""", Host.AccessToken);
        found.Items.Select(static item => (string)item!["email"]!).ShouldBe(
            new[] { 1, 2, 90 }.Select(static index => WebinarPerson.Of(index).Email).OrderByDescending(static email => email, StringComparer.Ordinal));
        (await PostAsync(path, $$"""{"emails":[{{emails}}],"status":"pending"}""", Host.AccessToken)).Items.Single()!["email"]!.GetValue<string>().ShouldBe(WebinarPerson.Of(90).Email);
        (await PostAsync(path, "{}", Host.AccessToken)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(path, $$"""{"emails":[{{emails}}],"status":"gone"}""", Host.AccessToken)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Registrant_ById_IsTheListedOne()
    {
        var webinar = Add(registrants: 30);
        var listed = (await GetAsync($"meetings/{webinar.SeriesId}/registrants?max=100", Host.AccessToken)).Items[29]!;

        var got = await GetAsync($"meetings/{webinar.SeriesId}/registrants/{listed["id"]}", Host.AccessToken);

        got.Json!.ToJsonString().ShouldBe(listed.ToJsonString());
        (await GetAsync($"meetings/{webinar.SeriesId}/registrants/fbd83190-97b2-4bb0-b56b-8fde463d137b", Host.AccessToken)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_OfASeededWebinar_FitsSchemaSampleAndAnswers()
    {
        var webinar = Add(registrants: 1);

        var form = await GetAsync($"meetings/{webinar.SeriesId}/registration", Host.AccessToken);

        WebexSpec.Violations("Registration", form.Json).ShouldBeEmpty();
        WebexSpec.Violations("Registration", WebexSpec.Sample("meeting-registration-form.200.json")).ShouldBeEmpty();
        WebexSpec.Sample("meeting-registration-form.200.json").AsObject().Select(static property => property.Key).ShouldBeSubsetOf(form.Json!.AsObject().Select(static property => property.Key));
        var registrant = (await GetAsync($"meetings/{webinar.SeriesId}/registrants", Host.AccessToken)).Items.Single()!;
        registrant["customizedQuestions"]!.AsArray().Select(static answer => answer!["questionId"]!.ToString())
            .ShouldBe(form.Json!["customizedQuestions"]!.AsArray().Select(static question => (string)question!["id"]!));
        registrant["fax"].ShouldBeNull("the form does not ask for it");
        WebexSpec.Violations("Registrant", WebexSpec.Sample("meeting-registrants-list.200.json")["items"]![0]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Invitees_OfAWebinar_AreSplitIntoPanelistsAndAttendees()
    {
        var webinar = Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, Invitees = 130, Panelists = 3 });
        var path = "meetingInvitees?max=100&meetingId=" + webinar.SeriesId;

        (await AllAsync(path)).Items.Count.ShouldBe(130);
        (await AllAsync(path + "&panelist=true")).Items.ShouldAllBe(static item => (bool)item["panelist"]!);
        (await AllAsync(path + "&panelist=true")).Items.Count.ShouldBe(3);
        var others = (await AllAsync(path + "&panelist=false")).Items;
        others.Count.ShouldBe(127);
        WebexSpec.Violations("GetInviteeObject", others[^1]).ShouldBeEmpty();
        var id = (string)others[^1]["id"]!;
        (await GetAsync("meetingInvitees/" + id, Host.AccessToken)).Json!.ToJsonString().ShouldBe(others[^1].ToJsonString());
        (await DeleteAsync("meetingInvitees/" + id, Host.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("meetingInvitees", $$"""{"meetingId":"{{webinar.SeriesId}}","email":"{{WebinarPerson.Of(7).Email}}"}""", Host.AccessToken)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Participants_OfAHeldWebinar_AreTheHostAndTheApproved()
    {
        var webinar = Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, Registrants = 200, Invitees = 10, Attendees = 190, RejoinEvery = 50 });

        var items = (await AllAsync("meetingParticipants?max=100&meetingId=" + webinar.InstanceId)).Items;

        items.Count.ShouldBe(191);
        items.ForEach(static item => WebexSpec.Violations("Participant", item).ShouldBeEmpty());
        items.Count(static item => (bool)item["host"]!).ShouldBe(1);
        items.Count(static item => (bool)item["invitee"]!).ShouldBe(10);
        items.Select(static item => (DateTimeOffset)item["joinedTime"]!).ShouldBeInOrder();
        items.ShouldAllBe(static item => (DateTimeOffset)item["leftTime"]! > (DateTimeOffset)item["joinedTime"]!);
        // The approved are 0 to 84 and 100 to 184; every fiftieth is the one before again; who comes after them had not registered.
        ((string)items[1 + 85]["email"]!).ShouldBe(WebinarPerson.Of(100).Email);
        ((string)items[1 + 49]["email"]!).ShouldBe(WebinarPerson.Of(48).Email.ToUpperInvariant());
        ((string)items[1 + 170]["email"]!).ShouldBe(WebinarPerson.Of(200).Email);
        var one = await GetAsync("meetingParticipants/" + (string)items[60]["id"]!, Host.AccessToken);
        one.Json!.ToJsonString().ShouldBe(items[60].ToJsonString());
        var queried = await PostAsync("meetingParticipants/query?meetingId=" + webinar.SeriesId, $$"""{"emails":["{{WebinarPerson.Of(48).Email}}","host@example.com"]}""", Host.AccessToken);
        queried.Items.Count.ShouldBe(3);
        (await GetAsync("meetingParticipants?max=100&joinTimeFrom=2026-03-01T14:00:01Z&joinTimeTo=2026-03-01T14:05:00Z&meetingId=" + webinar.InstanceId, Host.AccessToken)).Items
            .Select(static item => (DateTimeOffset)item!["joinedTime"]!).ShouldAllBe(static time => time > Yesterday && time < Yesterday.AddMinutes(5));
    }

    [Fact]
    public async Task List_OfWebinars_TellsSeriesFromInstances()
    {
        var held = Add(registrants: 1);
        var upcoming = Webex.AddWebinar(Host, new WebinarSeed { Title = "Soon", Start = Clock.GetUtcNow().AddDays(3) });
        await CreateMeetingAsync(token: Host.AccessToken);
        const string Range = "meetings?scheduledType=webinar&from=2026-02-01T00:00:00Z&to=2026-04-01T00:00:00Z";

        var series = (await GetAsync(Range, Host.AccessToken)).Items;
        series.Select(static item => ((string)item!["id"]!, (string)item["state"]!)).ShouldBe([(held.SeriesId, "expired"), (upcoming.SeriesId, "active")]);
        foreach (var item in series)
        {
            WebexSpec.Violations("MeetingObjectForListMeeting", item).ShouldBeEmpty();
        }

        var instances = (await GetAsync(Range + "&meetingType=meeting&state=ended", Host.AccessToken)).Items;
        instances.Select(static item => ((string)item!["id"]!, (string)item["meetingSeriesId"]!)).ShouldBe([(held.InstanceId!, held.SeriesId)]);
        upcoming.InstanceId.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_OfAHundredThousand_GiveTheLastPageAsFastAsTheFirst()
    {
        var webinar = Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, Registrants = 100_000, Invitees = 100_000, Attendees = 100_000 });
        foreach (var path in (string[])[$"meetings/{webinar.SeriesId}/registrants?max=100", "meetingInvitees?max=100&meetingId=" + webinar.SeriesId])
        {
            // A cursor names its place, so that the last page needs no walk through the thousand before it.
            var last = await GetAsync($"{path}&before&after={Convert.ToBase64String("page:99900:items"u8)}", Host.AccessToken);
            last.Items.Count.ShouldBe(100);
            last.Next.ShouldBeNull();
            ((string)last.Items[99]!["email"]!).ShouldBe(WebinarPerson.Of(99_999).Email);
        }

        var attendees = await GetAsync($"meetingParticipants?max=100&meetingId={webinar.InstanceId}&before&after={Convert.ToBase64String("page:100000:items"u8)}", Host.AccessToken);
        attendees.Items.Count.ShouldBe(1);
        attendees.Next.ShouldBeNull();
    }

    [Fact]
    public void AddWebinar_OfWhatCannotBe_Throws()
    {
        Should.Throw<ArgumentException>(() => Webex.AddWebinar(Anna, new WebinarSeed { Start = Yesterday })).Message.ShouldContain("WebinarLicense");
        Should.Throw<ArgumentException>(() => Webex.AddWebinar(Host, new WebinarSeed { Start = Clock.GetUtcNow(), Attendees = 1 })).Message.ShouldContain("over");
        Should.Throw<ArgumentException>(() => Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, RegistrationForm = "[]" }));
        Should.Throw<ArgumentOutOfRangeException>(() => Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, Registrants = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, PendingPercent = 96 }));
    }

    private EmulatedWebinar Add(int registrants) => Webex.AddWebinar(Host, new WebinarSeed { Start = Yesterday, Registrants = registrants });

    private async Task<(List<JsonNode> Items, int Pages)> AllAsync(string path)
    {
        var (items, pages) = (new List<JsonNode>(), 0);
        for (var next = path; next is not null; pages++)
        {
            var page = await GetAsync(next, Host.AccessToken);
            page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
            items.AddRange(page.Items.Select(static item => item!));
            next = page.Next;
        }

        return (items, pages);
    }
}
