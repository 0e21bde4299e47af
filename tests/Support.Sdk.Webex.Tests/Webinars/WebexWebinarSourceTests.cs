using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Failures;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Support.Sdk.Webex.Tests.Webinars;

public sealed class WebexWebinarSourceTests
{
    private const string Webinar = """{"id":"7","title":"Launch","scheduledType":"webinar","meetingType":"meetingSeries","start":"2026-03-01T10:00:00+02:00","end":"2026-03-01T11:00:00+02:00"}""";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_AsksForTheRange_AndGivesUtc()
    {
        await using var host = new WebexHost(options => options.SiteUrl = "site.webex.com");
        host.Webex.Answer($$"""{"items":[{{Webinar}}]}""");

        var listed = await Source(host).ListAsync("", WebexHost.Now.AddDays(-7), WebexHost.Now.AddDays(7), Stop).ToListAsync(Stop);

        var summary = listed.ShouldHaveSingleItem();
        summary.ShouldBe(new WebinarSummary("7", "Launch", new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)));
        summary.Start.Offset.ShouldBe(TimeSpan.Zero);
        host.Webex.Last.Query.ShouldBe(
            new Dictionary<string, string>
            {
                ["scheduledType"] = "webinar",
                ["meetingType"] = "meetingSeries",
                ["from"] = "2026-02-23T09:00:00Z",
                ["to"] = "2026-03-09T09:00:00Z",
                ["max"] = "100",
                ["siteUrl"] = "site.webex.com",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task List_OfARangeThatEndsBeforeItBegins_Throws()
    {
        await using var host = new WebexHost();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Source(host).ListAsync("", WebexHost.Now, WebexHost.Now.AddTicks(-1), Stop).ToListAsync(Stop));
        host.Webex.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_OfAWebinar_GivesIt()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(Webinar);

        (await Source(host).FindAsync("", "7", Stop))!.Title.ShouldBe("Launch");
        host.Webex.Last.Path.ShouldBe("meetings/7");
    }

    [Theory]
    [InlineData("""{"id":"7","scheduledType":"meeting","meetingType":"meetingSeries","start":"2026-03-01T10:00:00Z"}""", HttpStatusCode.OK)]
    [InlineData("""{"id":"7","meetingType":"meetingSeries","start":"2026-03-01T10:00:00Z"}""", HttpStatusCode.OK)]
    [InlineData("""{"id":"7_I_1","scheduledType":"webinar","meetingType":"meeting","start":"2026-03-01T10:00:00Z"}""", HttpStatusCode.OK)]
    [InlineData("""{"message":"Not found"}""", HttpStatusCode.NotFound)]
    public async Task Find_OfWhatIsNoWebinar_IsNull(string answer, HttpStatusCode status)
    {
        await using var host = new WebexHost();
        host.Webex.Answer(answer, status);

        (await Source(host).FindAsync("", "7", Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"message":"Forbidden"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"id":"7","scheduledType":"webinar","meetingType":"meetingSeries"}""", HttpStatusCode.OK)]
    public async Task Find_WithoutAnAnswerToGoBy_IsAFault(string answer, HttpStatusCode status)
    {
        await using var host = new WebexHost();
        host.Webex.Answer(answer, status);

        (await Should.ThrowAsync<Exception>(async () => await Source(host).FindAsync("", "7", Stop))).ShouldBeAssignableTo<IVendorFailure>();
    }

    [Fact]
    public async Task Registrants_OfStatusesNotWanted_AreLeftOut()
    {
        const string Items = """
            {"items":[{"id":1,"status":"approved"},{"id":2,"customizedQuestions":[{"status":"approved"}],"status":"rejected"},{"id":3,"status":"pending"},{"id":4,"status":"waitlisted"},
            {"id":5},{"id":6,"status":null},{"id":7,"status":"\u0061pproved"},{"id":8,"answers":{"status":"rejected"}}]}
            """;
        await using var host = new WebexHost();
        host.Webex.Always(_ => FakeWebex.Response(Items));
        await using var all = new WebexHost(options => options.Webinars.RegistrantStatuses = ["rejected", "waitlisted"]);
        all.Webex.Always(_ => FakeWebex.Response(Items));

        IdsOf(await ReadAsync(host, ParticipantKind.Registrant)).ShouldBe([1, 3, 5, 6, 7, 8]);
        IdsOf(await ReadAsync(all, ParticipantKind.Registrant)).ShouldBe([2, 4, 5, 6, 8]);

        (host.Webex.Last.Path, host.Webex.Last.Query["max"]).ShouldBe(("meetings/7/registrants", "100"));
    }

    [Fact]
    public async Task Invitees_AreThoseOfTheSeries_AsTheyCame()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[ {"id": 1 ,"email":"é@example.com"} ]}""");

        (await ReadAsync(host, ParticipantKind.Invitee)).ShouldBe(["""{"id": 1 ,"email":"é@example.com"}"""]);

        (host.Webex.Last.Path, host.Webex.Last.Query["meetingId"], host.Webex.Last.Query["max"]).ShouldBe(("meetingInvitees", "7", "100"));
    }

    [Fact]
    public async Task Attendees_AreThoseOfEachTimeItWasHeld_EarliestFirst()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(Webinar)
            .Answer("""{"items":[{"id":"7_I_2","state":"ended","start":"2026-03-02T08:00:00Z"},{"id":"7_I_1","state":"ended","start":"2026-03-01T08:00:00Z"}]}""")
            .Answer("""{"items":[{"id":1}]}""").Answer("""{"items":[{"id":2}]}""");

        IdsOf(await ReadAsync(host, ParticipantKind.Attendee)).ShouldBe([1, 2]);

        var sent = host.Webex.Sent.ToList();
        var held = sent[1].Query;
        (held["meetingSeriesId"], held["meetingType"], held["state"]).ShouldBe(("7", "meeting", "ended"));
        (held["from"], held["to"]).ShouldBe(("2026-02-22T08:00:00Z", "2026-03-09T09:00:00Z"));
        sent[2..].Select(static request => (request.Path, request.Query["meetingId"])).ShouldBe([("meetingParticipants", "7_I_1"), ("meetingParticipants", "7_I_2")]);
    }

    [Fact]
    public async Task Attendees_OfAWebinarNeverHeld_AreNone()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(Webinar).Answer("{}");

        (await ReadAsync(host, ParticipantKind.Attendee)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_OnBehalf_NamesTheHostInEveryCall()
    {
        await using var host = new WebexHost(options => (options.HostAccess, options.Webinars.HostEmail) = (WebexHostAccess.OnBehalf, "host@example.com"));
        host.Webex.Answer(Webinar).Answer($$"""{"items":[{{Webinar}}]}""").Always(_ => FakeWebex.Response("{}"));

        await ReadAsync(host, ParticipantKind.Attendee);
        await ReadAsync(host, ParticipantKind.Registrant);
        await ReadAsync(host, ParticipantKind.Invitee);
        await Source(host).ListAsync("", WebexHost.Now, WebexHost.Now, Stop).ToListAsync(Stop);

        host.Webex.Sent.Count.ShouldBe(6);
        host.Webex.Sent.ShouldAllBe(static sent => sent.Query["hostEmail"] == "host@example.com");
    }

    [Fact]
    public async Task Read_WithHostTokens_UsesThoseOfTheHost()
    {
        await using var host = new WebexHost(options =>
        {
            (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "C1", "s");
            (options.HostAccess, options.Webinars.HostEmail) = (WebexHostAccess.HostTokens, "host@example.com");
        });
        await host.Tokens.TrySaveAsync(new TokenKey("webex", "", "host@example.com"), new OAuthTokens("hosts-own", WebexHost.Now.AddDays(1)), 0, Stop);
        host.Webex.Answer("{}");

        await ReadAsync(host, ParticipantKind.Invitee);

        host.Webex.Last.Headers["Authorization"].ShouldBe("Bearer hosts-own");
        host.Webex.Last.Query.Keys.ShouldNotContain("hostEmail");
    }

    [Fact]
    public async Task Read_WithoutWhatItNeeds_Throws()
    {
        await using var host = new WebexHost();

        Should.Throw<ArgumentException>(() => Source(host).ReadAsync("", " ", ParticipantKind.Invitee, Stop)).ParamName.ShouldBe("webinarId");
        Should.Throw<ArgumentOutOfRangeException>(() => Source(host).ReadAsync("", "7", (ParticipantKind)9, Stop)).ParamName.ShouldBe("kind");
        Should.Throw<InvalidOperationException>(() => Source(host).ReadAsync("nobody", "7", ParticipantKind.Invitee, Stop)).Message.ShouldContain("nobody");
    }

    private static IWebinarSource Source(WebexHost host) => host.Services.GetRequiredKeyedService<IWebinarSource>("webex");

    private static async Task<List<string>> ReadAsync(WebexHost host, ParticipantKind kind)
    {
        var read = new List<string>();
        await foreach (var item in Source(host).ReadAsync("", "7", kind, Stop))
        {
            read.Add(Encoding.UTF8.GetString(item.Span));
        }

        return read;
    }

    private static List<int> IdsOf(List<string> items) => items.ConvertAll(static item => int.Parse(item["{\"id\":".Length..].Split(',', '}')[0], System.Globalization.CultureInfo.InvariantCulture));
}
