using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Tests;
using Support.Sdk.Webex;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-08")]
    [Requirement("MTG-11")]
    public async Task StartedAndEndedAtWebex_ShowInThePanel()
    {
        await using var world = await World.StartAsync(Cancel);

        world.Vendors.Clock.AdvanceTo(world.Meeting.Plan.StartsAt);
        world.Vendors.Webex.Meetings.Start(world.ProviderId);
        await world.DeliverAsync();
        (await world.StatusAsync()).ShouldBe(MeetingStatus.Live);

        world.Vendors.Clock.Advance(TimeSpan.FromMinutes(20));
        world.Vendors.Webex.Meetings.End(world.ProviderId);
        await world.DeliverAsync();
        (await world.StatusAsync()).ShouldBeNull("it is over");
        (await world.Host.Meetings.ScheduleAsync(Requests.Schedule(world.Ticket, world.Vendors.Clock.GetUtcNow().AddHours(1)), HostApp.Anna, Cancel))
            .IsAccepted.ShouldBeTrue("an ended meeting frees the place");
    }

    [Fact]
    [Requirement("MTG-08")]
    public async Task Webhooks_DuplicatedAndOutOfOrder_DoNoHarm()
    {
        await using var world = await World.StartAsync(Cancel);
        world.Vendors.Webex.Webhooks.Faults.On().Always().Duplicate();
        world.Vendors.Webex.Webhooks.Faults.On().Times(1).Reorder();
        world.Vendors.Clock.AdvanceTo(world.Meeting.Plan.StartsAt);
        world.Vendors.Webex.Meetings.Start(world.ProviderId);
        world.Vendors.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Vendors.Webex.Meetings.End(world.ProviderId);

        await world.DeliverAsync();

        var history = await world.Host.Meetings.ReadHistoryAsync(world.Ticket, Cancel).ToListAsync(Cancel);
        history.Count(entry => entry.Event is MeetingEvent.Ended).ShouldBe(1);
        history.Count(entry => entry.Event is MeetingEvent.Started).ShouldBeLessThanOrEqualTo(1);
        (await world.StatusAsync()).ShouldBeNull();
    }

    [Fact]
    [Requirement("MTG-09")]
    public async Task DeletedAtWebexByHand_CancelsTheMeetingAndDraftsTheNews()
    {
        await using var world = await World.StartAsync(Cancel);

        await world.DeleteAtWebexAsync();
        await world.DeliverAsync();
        await world.DeliverAsync();

        (await world.StatusAsync()).ShouldBeNull();
        var draft = (await world.Host.Meetings.GetPanelAsync(world.Ticket, HostApp.Anna, Cancel)).Replies.ShouldHaveSingleItem();
        draft.Purpose.ShouldBe(ReplyPurpose.Cancelled);
        draft.Status.ShouldBe(ReplyStatus.Draft, "an agent decides what to tell");
    }

    [Fact]
    [Requirement("MTG-07")]
    public async Task MovedAtWebex_MovesTheStart()
    {
        await using var world = await World.StartAsync(Cancel);
        var later = world.Meeting.Plan.StartsAt.AddHours(2);
        await world.Webex.Meetings.PatchAsync(
            world.ProviderId,
            new Support.Sdk.Webex.Meetings.PatchMeetingRequest { Start = later, End = later.AddMinutes(30), Timezone = "UTC" },
            cancellationToken: Cancel);

        await world.DeliverAsync();

        var shown = (await world.Host.Meetings.GetPanelAsync(world.Ticket, HostApp.Anna, Cancel)).Meetings.ShouldHaveSingleItem();
        shown.StartsAt.ShouldBe(later);
        shown.VisibleUntil.ShouldBe(later.AddMinutes(30));
    }

    [Fact]
    [Requirement("MTG-08")]
    public async Task EndNeverReported_TheDurationEndsIt_AndAMissedMeetingIsReconciled()
    {
        await using var world = await World.StartAsync(Cancel);
        world.Vendors.Webex.Webhooks.Faults.On().Always().Drop();
        world.Vendors.Clock.AdvanceTo(world.Meeting.Plan.StartsAt);
        world.Vendors.Webex.Meetings.Start(world.ProviderId);
        world.Vendors.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Vendors.Webex.Meetings.End(world.ProviderId);
        await world.DeliverAsync();

        world.Vendors.Clock.AdvanceTo(world.Meeting.Plan.EndsAt);
        await world.Host.Work.RunAllAsync(Cancel);

        var history = await world.Host.Meetings.ReadHistoryAsync(world.Ticket, Cancel).ToListAsync(Cancel);
        history.Select(entry => entry.Event).OfType<MeetingEvent.Missed>().Count().ShouldBe(1, "nobody had told of the start");
        history[^1].Event.ShouldBeOfType<MeetingEvent.Ended>().Reason.ShouldBe(MeetingEndReason.ReportedByProvider);
    }

    [Fact]
    [Requirement("MTG-15")]
    public async Task Logging_SwitchedOn_LeavesOnePrivateNotePerMeeting_SwitchedOffNone()
    {
        foreach (var enabled in (bool[])[true, false])
        {
            await using var world = await World.StartAsync(Cancel);
            await world.Host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.ConfigureLogging(enabled), HostApp.Anna, Cancel);
            world.Vendors.Clock.AdvanceTo(world.Meeting.Plan.StartsAt);
            await world.Host.Meetings.StartAsync(world.Ticket, world.Meeting.Id, HostApp.Anna, Cancel);
            world.Vendors.Clock.Advance(TimeSpan.FromHours(1));
            await world.Host.Work.RunAllAsync(Cancel);

            world.Vendors.Comments(world.Ticket).Count(comment => !comment.IsPublic).ShouldBe(enabled ? 1 : 0);
            world.Vendors.Replies(world.Ticket).ShouldBeEmpty("a log is not for the customer");
        }
    }

    [Fact]
    public async Task Webhook_WithAWrongSignature_IsAnsweredWith401AndChangesNothing()
    {
        await using var world = await World.StartAsync(Cancel);
        using var client = new HttpClient();
        var body = $$$"""{"id":"x","resource":"meetings","event":"deleted","data":{"id":"{{{world.ProviderId}}}"}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Host.WebhookTarget) { Content = new StringContent(body) };
        request.Headers.Add("X-Spark-Signature", "0123456789abcdef0123456789abcdef01234567");

        using var response = await client.SendAsync(request, Cancel);

        ((int)response.StatusCode).ShouldBe(401);
        (await world.StatusAsync()).ShouldBe(MeetingStatus.Scheduled);
        using var unknown = await client.PostAsync(new Uri(world.Host.WebhookTarget, "nobody"), new StringContent("{}"), Cancel);
        ((int)unknown.StatusCode).ShouldBe(404);
    }

    /// <summary>A host with one scheduled meeting and Webex's webhooks registered.</summary>
    private sealed class World : IAsyncDisposable
    {
        public required Vendors Vendors { get; init; }

        public required HostApp Host { get; init; }

        public required WorkItemRef Ticket { get; init; }

        public required Meeting Meeting { get; init; }

        public string ProviderId => Meeting.Access!.ProviderId!;

        public WebexClient Webex => Host.Services.GetRequiredService<WebexClient>();

        public static async Task<World> StartAsync(CancellationToken cancellationToken)
        {
            var vendors = await Vendors.StartAsync(cancellationToken);
            var host = await HostApp.StartReadyAsync(vendors, cancellationToken);
            await host.Services.GetRequiredService<WebexClient>().Webhooks.EnsureMeetingWebhooksAsync(host.WebhookTarget, HostApp.WebhookSecret, cancellationToken: cancellationToken);
            var ticket = vendors.AddTicket();
            var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddHours(1)), HostApp.Anna, cancellationToken)).ValueOrThrow().Meeting;
            await vendors.Webex.Webhooks.DeliverDueAsync(cancellationToken);
            return new World { Vendors = vendors, Host = host, Ticket = ticket, Meeting = meeting };
        }

        public async Task DeliverAsync()
        {
            while (await Vendors.Webex.Webhooks.DeliverDueAsync(Cancel) > 0)
            {
            }
        }

        public async Task DeleteAtWebexAsync() => await Webex.Meetings.DeleteAsync(ProviderId, new(), Cancel);

        public async Task<MeetingStatus?> StatusAsync() =>
            (await Host.Meetings.GetPanelAsync(Ticket, HostApp.Anna, Cancel)).Meetings.SingleOrDefault(meeting => meeting.Id == Meeting.Id)?.Status;

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Vendors.DisposeAsync();
        }
    }
}
