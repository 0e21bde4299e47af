using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.Tests.Contracts;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Webinars;

public sealed class WebinarsClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly ListWebinarsRequest Range = new() { From = WebexHost.Now.AddDays(-30), To = WebexHost.Now.AddDays(30), PageSize = 100, Timezone = "Europe/Paris" };

    [Fact]
    public async Task List_AsksForSeriesOfWebinarsInTheRange()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("meeting-list.200");

        (await host.Client.Webinars.ListAsync(Range).ToListAsync(Stop)).ShouldNotBeEmpty();

        var sent = host.Webex.Last;
        Referee.Check(sent, partial: true);
        sent.Path.ShouldBe("meetings");
        sent.Query.ShouldBe(
            new Dictionary<string, string>
            {
                ["scheduledType"] = "webinar",
                ["meetingType"] = "meetingSeries",
                ["from"] = "2026-01-31T09:00:00Z",
                ["to"] = "2026-04-01T09:00:00Z",
                ["max"] = "100",
            },
            ignoreOrder: true);
        sent.Headers["timezone"].ShouldBe("Europe/Paris");
    }

    [Fact]
    public async Task ListHeld_AsksForEndedInstances()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}");

        await host.Client.Webinars.ListHeldAsync(Range with { HostEmail = "host@example.com", SiteUrl = "site.webex.com" }).ToListAsync(Stop);

        var query = host.Webex.Last.Query;
        (query["meetingType"], query["state"], query["scheduledType"]).ShouldBe(("meeting", "ended", "webinar"));
        (query["hostEmail"], query["siteUrl"]).ShouldBe(("host@example.com", "site.webex.com"));
    }

    [Fact]
    public async Task List_OfARangeThatEndsBeforeItBegins_Throws()
    {
        await using var host = new WebexHost();

        Should.Throw<ArgumentException>(() => host.Client.Webinars.ListAsync(Range with { To = Range.From.AddTicks(-1) })).ParamName.ShouldBe("request");
    }

    [Fact]
    public async Task Query_OverPages_PostsTheBodyToEach()
    {
        const string Next = "https://webexapis.com/v1/meetings/1/registrants/query?max=1&before&after=Q%3D";
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[{"id":"a","zipCode":75001}]}""", headers: ("Link", $"<{Next}>; rel=\"next\"")).Answer("""{"items":[{"id":"b","zipCode":"SW1A 1AA","status":"waitlisted"}]}""");
        var request = new QueryRegistrantsRequest { MeetingId = "1", PageSize = 1, Emails = ["a@example.com", "b@example.com"], Status = RegistrantStatus.Pending };

        var found = await host.Client.Registrants.QueryAsync(request).ToListAsync(Stop);

        found.Select(static one => (one.Id, one.ZipCode)).ShouldBe([("a", "75001"), ("b", "SW1A 1AA")]);
        found[1].Status.ShouldBe(new RegistrantStatus("waitlisted"));
        host.Webex.Sent.Select(static sent => sent.Body).ShouldAllBe(static body => body == """{"emails":["a@example.com","b@example.com"],"status":"pending"}""");
        host.Webex.Sent.Select(static sent => sent.Address.OriginalString).Last().ShouldBe(Next);
    }

    [Fact]
    public async Task Requests_WithoutWhatTheyNeed_ThrowBeforeAnythingIsSent()
    {
        await using var host = new WebexHost();
        var client = host.Client;

        Should.Throw<ArgumentException>(() => client.Registrants.ListAsync(new ListRegistrantsRequest()));
        Should.Throw<ArgumentException>(() => client.Registrants.ListRawAsync(new ListRegistrantsRequest()));
        Should.Throw<ArgumentException>(() => client.Registrants.QueryAsync(new QueryRegistrantsRequest { MeetingId = "1" })).Message.ShouldContain("Emails");
        Should.Throw<ArgumentException>(() => client.Participants.QueryAsync(new QueryParticipantsRequest { MeetingId = "1" })).Message.ShouldContain("Emails");
        await Should.ThrowAsync<ArgumentException>(() => client.Registrants.GetAsync("1", " ", cancellationToken: Stop));
        host.Webex.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void ToString_OfWhatHoldsPeople_NamesNone()
    {
        new MeetingRegistrant { Id = "7", Email = "secret@example.com", FirstName = "Secret" }.ToString().ShouldBe("MeetingRegistrant { Id = 7, Status =  }");
        new ListRegistrantsRequest { MeetingId = "1", Email = "secret@example.com" }.ToString().ShouldNotContain("secret");
        new QueryRegistrantsRequest { MeetingId = "1", Emails = ["secret@example.com"] }.ToString().ShouldNotContain("secret");
        new QueryParticipantsRequest { MeetingId = "1", Emails = ["secret@example.com"] }.ToString().ShouldNotContain("secret");
        new RegistrantAnswer { OptionId = "2", Answer = "secret" }.ToString().ShouldBe("RegistrantAnswer { OptionId = 2 }");
        new ListWebinarsRequest { From = default, To = default, HostEmail = "secret@example.com" }.ToString().ShouldNotContain("secret");
        new ListInviteesRequest { MeetingId = "1", HostEmail = "secret@example.com" }.ToString().ShouldNotContain("secret");
        new ListParticipantsRequest { MeetingId = "1", HostEmail = "secret@example.com" }.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void ToString_OfAnyPublicType_NamesNoPerson()
    {
        string[] personal = ["Email", "DisplayName", "FirstName", "LastName", "PhoneNumber", "Answer"];
        var types = typeof(WebexClient).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetConstructor([]) is not null);
        var leaks = new List<string>();
        foreach (var type in types)
        {
            var people = type.GetProperties().Where(property =>
                property.PropertyType == typeof(string) && property.CanWrite && personal.Any(word => property.Name.EndsWith(word, StringComparison.Ordinal))).ToList();
            if (people.Count == 0)
            {
                continue;
            }

            var value = Activator.CreateInstance(type)!;
            people.ForEach(property => property.SetValue(value, "secret"));
            if (value.ToString()!.Contains("secret", StringComparison.Ordinal))
            {
                leaks.Add(type.Name);
            }
        }

        leaks.ShouldBeEmpty();
    }
}
