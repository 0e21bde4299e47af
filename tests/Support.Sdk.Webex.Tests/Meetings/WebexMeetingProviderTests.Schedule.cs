using System.Net;
using Support.Sdk.Failures;
using Support.Sdk.Http;
using Support.Sdk.Meetings;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Webex.Tests.Meetings;

public sealed partial class WebexMeetingProviderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly MeetingHost Anna = new("webex", "", "anna@example.com");

    private static readonly MeetingOrder Order = new(
        "order-1",
        new WorkItemRef("zendesk", "acme", "35436"),
        new MeetingPlan("Case 35436", WebexHost.Now.AddHours(1), TimeSpan.FromHours(1), "Europe/Paris", WebexHost.Now, ["customer@example.com"]));

    [Fact]
    public async Task Schedule_FirstTime_LooksForTheKeyAndThenCreatesWithIt()
    {
        await using var host = new WebexHost(options => options.SendEmail = false);
        host.Webex.Answer(MeetingJson.List()).Answer(MeetingJson.Of(tags: ["order-1"]));

        var access = await host.Meetings.ScheduleAsync(Anna, Order, Stop);

        access.ShouldBe(new MeetingAccess(MeetingJson.Series, "https://example.webex.com/j.php?MTID=1", "123456789", "BgJep@43"));
        var probe = host.Webex.Sent.First();
        probe.Query["integrationTag"].ShouldBe("order-1");
        probe.Query["from"].ShouldBe("2026-03-01T10:00:00Z");
        probe.Query["to"].ShouldBe("2026-03-03T11:00:00Z");
        var body = host.Webex.Last.Json;
        body.GetProperty("title").GetString().ShouldBe("Case 35436");
        body.GetProperty("start").GetString().ShouldBe("2026-03-02T10:00:00+00:00");
        body.GetProperty("end").GetString().ShouldBe("2026-03-02T11:00:00+00:00");
        body.GetProperty("timezone").GetString().ShouldBe("Europe/Paris");
        body.GetProperty("sendEmail").GetBoolean().ShouldBeFalse();
        body.GetProperty("invitees")[0].GetProperty("email").GetString().ShouldBe("customer@example.com");
        body.GetProperty("integrationTags").EnumerateArray().Select(static tag => tag.GetString()).ShouldBe(["order-1", "zendesk:acme:35436"]);
        body.TryGetProperty("hostEmail", out _).ShouldBeFalse();
        Contracts.Referee.Check(host.Webex.Last, partial: true);
    }

    [Fact]
    public async Task Schedule_CutAfterTheCommit_FindsTheMeetingAndCommitsOnce()
    {
        await using var host = new WebexHost();
        var service = new CommittingService(cutFirst: true);
        host.Webex.Always(service.Answer);

        var access = await host.Meetings.ScheduleAsync(Anna, Order, Stop);

        access.ProviderId.ShouldBe(MeetingJson.Series);
        service.Committed.ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_CutAfterTheCommitAndAgainWhileProbing_CommitsOnceOverAllAttempts()
    {
        await using var host = new WebexHost();
        var service = new CommittingService(cutFirst: true) { FailProbesAfterCut = 1 };
        host.Webex.Always(service.Answer);

        var failure = await Should.ThrowAsync<SupportHttpException>(async () => await host.Meetings.ScheduleAsync(Anna, Order, Stop));
        var access = await host.Meetings.ScheduleAsync(Anna, Order, Stop);

        failure.Kind.ShouldBe(FailureKind.Transient);
        access.ProviderId.ShouldBe(MeetingJson.Series);
        service.Committed.ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_CutBeforeTheCommit_SaysThatItMayPassAndTheNextAttemptCreates()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.List()).Then(static _ => throw new IOException("cut")).Answer(MeetingJson.List())
            .Answer(MeetingJson.List()).Answer(MeetingJson.Of(tags: ["order-1"]));

        var failure = await Should.ThrowAsync<SupportConnectionException>(async () => await host.Meetings.ScheduleAsync(Anna, Order, Stop));
        var access = await host.Meetings.ScheduleAsync(Anna, Order, Stop);

        failure.Kind.ShouldBe(FailureKind.Transient);
        access.ProviderId.ShouldBe(MeetingJson.Series);
    }

    [Fact]
    public async Task Schedule_Refused_IsNotLookedForAgain()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.List()).Answer("""{"message":"The input parameters contain invalid items.","trackingId":"T_1"}""", HttpStatusCode.BadRequest);

        var failure = await Should.ThrowAsync<SupportRequestException>(async () => await host.Meetings.ScheduleAsync(Anna, Order, Stop));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Description.ShouldContain("T_1");
        host.Webex.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Find_AMeetingOfAnotherTagInTheAnswer_IsNotTaken()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.List(MeetingJson.Of(tags: ["order-10"]), MeetingJson.Of(id: "none")));

        (await host.Meetings.FindAsync(Anna, Order, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Schedule_OnBehalf_NamesTheHost()
    {
        await using var host = new WebexHost(options => options.HostAccess = WebexHostAccess.OnBehalf);
        host.Webex.Answer(MeetingJson.List()).Answer(MeetingJson.Of());

        await host.Meetings.ScheduleAsync(Anna, Order, Stop);

        host.Webex.Sent.First().Query["hostEmail"].ShouldBe("anna@example.com");
        host.Webex.Last.Json.GetProperty("hostEmail").GetString().ShouldBe("anna@example.com");
    }

    [Fact]
    public async Task Schedule_LongWorkItem_IsNotTagged()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.List()).Answer(MeetingJson.Of());

        await host.Meetings.ScheduleAsync(Anna, Order with { WorkItem = new WorkItemRef("zendesk", "acme", new string('9', 64)) }, Stop);

        host.Webex.Last.Json.GetProperty("integrationTags").GetArrayLength().ShouldBe(1);
    }

    /// <summary>A service that keeps the meetings it made, and cuts the first answer to a creation.</summary>
    private sealed class CommittingService(bool cutFirst)
    {
        private bool _cut = !cutFirst;

        public int Committed { get; private set; }

        public int FailProbesAfterCut { get; set; }

        public HttpResponseMessage Answer(SentRequest sent)
        {
            if (sent.Method == HttpMethod.Get)
            {
                if (_cut && FailProbesAfterCut-- > 0)
                {
                    throw new IOException("cut");
                }

                return FakeWebex.Response(MeetingJson.List(Enumerable.Repeat(MeetingJson.Of(tags: [sent.Query["integrationTag"]]), Committed)));
            }

            Committed++;
            if (!_cut)
            {
                _cut = true;
                throw new IOException("cut");
            }

            return FakeWebex.Response(MeetingJson.Of(tags: ["order-1"]));
        }
    }
}
