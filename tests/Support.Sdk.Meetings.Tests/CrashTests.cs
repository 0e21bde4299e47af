using System.Globalization;
using Shouldly;
using Support.Sdk.Sqlite;
using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Tests;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>
/// The process dies after every single step, before and after each call to a vendor and each write to the store, and another takes over:
/// exactly one Webex meeting; exactly one public comment per reply on a ticket, exactly one record per meeting in an org.
/// </summary>
public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-04")]
    [Requirement("MTG-05")]
    [Requirement("MTG-06")]
    [Requirement("MTG-09")]
    public async Task ScheduleAndCancel_WithACrashAtEveryStep_LeaveOneMeetingAndOneCommentEach()
    {
        await using var vendors = await StartAsync();

        await CrashEverywhereAsync(vendors, async play =>
        {
            var ticket = vendors.AddTicket();
            await ScheduleAsync(play, ticket);
            vendors.Replies(ticket).Count.ShouldBe(1, play.Because);
            await CancelAsync(play, ticket);
            vendors.Replies(ticket).Count.ShouldBe(2, play.Because);
        });
    }

    [Theory]
    [InlineData("Account", false)]
    [InlineData("Lead", true)]
    [Requirement("MTG-12")]
    public async Task ScheduleAndCancel_OnARecord_WithACrashAtEveryStep_LeaveOneRecordThatSaysSo(string objectName, bool inLog)
    {
        await using var vendors = await StartAsync();
        var org = await vendors.AddOrgAsync(Cancel);
        org.Meetings = inLog ? Org.UseLog : org.Meetings;

        await CrashEverywhereAsync(vendors, async play =>
        {
            var item = org.Add(objectName);
            await ScheduleAsync(play, item);
            var invited = Text(play, item);
            await CancelAsync(play, item);
            Text(play, item).ShouldNotBe(invited, play.Because);
            (inLog || org.Events(item)[0]["ShowAs"] == "Free").ShouldBeTrue(play.Because);
        });

        string? Text(Play play, WorkItemRef item) => inLog
            ? org.Logs(item).ShouldHaveSingleItem(play.Because)["Text__c"]
            : org.Events(item).ShouldHaveSingleItem(play.Because)["Description"];
    }

    [Fact]
    [Requirement("MTG-12")]
    [Requirement("MTG-15")]
    public async Task End_OnARecord_WithACrashAtEveryStep_IsLoggedOnTheEventOfTheMeeting()
    {
        await using var vendors = await StartAsync();
        var org = await vendors.AddOrgAsync(Cancel);

        await CrashEverywhereAsync(vendors, async play =>
        {
            var item = org.Add("Case");
            await play.WithHostAsync(null, async host =>
                (await host.Setups.ExecuteAsync(WorkItemRef.Salesforce, "", new MeetingSetupCommand.ConfigureLogging(true), HostApp.Anna, Cancel)).ValueOrThrow());
            var start = await ScheduleAsync(play, item);
            var invited = org.Events(item).ShouldHaveSingleItem(play.Because)["Description"];
            vendors.Clock.AdvanceTo(start.AddMinutes(10));
            await play.SurviveAsync(async host =>
            {
                var outcome = await host.Meetings.StartAsync(item, play.MeetingId, HostApp.Anna, Cancel);
                (outcome.IsAccepted || outcome.Refusal.Code == "meetings.already-started").ShouldBeTrue($"{outcome}: {play.Because}");
            });
            vendors.Clock.AdvanceTo(start.AddHours(1));

            await play.SurviveAsync(host => host.Work.RunAllAsync(Cancel));

            var record = org.Events(item).ShouldHaveSingleItem(play.Because);
            record["StartDateTime"].ShouldBe(Org.Instant(start.AddMinutes(10)), play.Because);
            record["Description"].ShouldNotBe(invited, play.Because);
        });
    }

    private static Task<Vendors> StartAsync() => Vendors.StartAsync(Cancel, options => options.MeetingsPerDay = 10_000);

    /// <summary>Plays a scenario from the beginning with the crash one step later each time, until it strikes no more.</summary>
    private static async Task CrashEverywhereAsync(Vendors vendors, Func<Play, Task> scenario)
    {
        var directory = Directory.CreateTempSubdirectory("support-sdk-crash");
        try
        {
            var steps = 0;
            for (var crash = new CrashPlan(0); ; crash = new CrashPlan(++steps))
            {
                var play = new Play(vendors, crash, directory.FullName);
                await play.WithHostAsync(null, host => host.SetUpAsync(Cancel));
                await scenario(play);
                if (!crash.HasStruck)
                {
                    break;
                }
            }

            steps.ShouldBeGreaterThan(20, "otherwise the crashes strike nothing");
            TestContext.Current.SendDiagnosticMessage($"{steps} steps, a crash at each");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<DateTimeOffset> ScheduleAsync(Play play, WorkItemRef item)
    {
        var vendors = play.Vendors;
        var posts = vendors.CountRequests("POST", "/v1/meetings");
        var start = vendors.Clock.GetUtcNow().AddHours(3);
        var schedule = Requests.Schedule(item, start, play.Reply("invite")) with { MeetingId = play.MeetingId };

        await play.SurviveAsync(async host => (await host.Meetings.ScheduleAsync(schedule, HostApp.Anna, Cancel)).ValueOrThrow());

        await play.WithHostAsync(null, async host =>
        {
            var meeting = (await host.Meetings.GetPanelAsync(item, HostApp.Anna, Cancel)).Meetings.ShouldHaveSingleItem(play.Because);
            meeting.Status.ShouldBe(MeetingStatus.Scheduled, play.Because);
        });
        (vendors.CountRequests("POST", "/v1/meetings") - posts).ShouldBe(1, play.Because);
        return start;
    }

    private static async Task CancelAsync(Play play, WorkItemRef item)
    {
        await play.SurviveAsync(async host =>
        {
            var outcome = await host.Meetings.CancelAsync(item, play.MeetingId, confirmed: true, play.Reply("cancel"), HostApp.Anna, Cancel);
            (outcome.IsAccepted || outcome.Refusal.Code == "meetings.cancelled").ShouldBeTrue($"{outcome}: {play.Because}");
        });

        await play.WithHostAsync(null, async host =>
        {
            var panel = await host.Meetings.GetPanelAsync(item, HostApp.Anna, Cancel);
            panel.Meetings.ShouldBeEmpty(play.Because);
            panel.Replies.ShouldBeEmpty(play.Because);
            var providerId = (await host.Meetings.ReadHistoryAsync(item, Cancel).ToListAsync(Cancel))
                .Select(entry => entry.Event).OfType<MeetingEvent.Provisioned>().Single().Access.ProviderId!;
            play.Vendors.Webex.Meetings.StateOf(providerId).ShouldBeNull(play.Because);
        });
    }

    /// <summary>One pass through a scenario, on a database of its own.</summary>
    private sealed class Play(Vendors vendors, CrashPlan crash, string directory)
    {
        private readonly string _run = crash.At.ToString(CultureInfo.InvariantCulture);

        public Vendors Vendors => vendors;

        public string MeetingId => $"m-{_run}";

        public string Because => $"the crash struck at step {_run} ({crash.Struck})";

        public ReplyRequest Reply(string name) => new() { Submission = ReplySubmission.AtOnce, ReplyId = $"{name}-{_run}" };

        /// <summary>Acts; if the process dies on the way, another starts, acts again with the same ids as a caller who got no answer would, and does what is left.</summary>
        public async Task SurviveAsync(Func<HostApp, Task> act)
        {
            try
            {
                await WithHostAsync(crash, act);
            }
            catch (Exception) when (crash.HasStruck)
            {
                // Whatever the dying process made of its own death.
            }

            await WithHostAsync(null, async host =>
            {
                await act(host);
                vendors.Clock.Advance(TimeSpan.FromMinutes(2));
                await host.Work.RunAllAsync(Cancel);
            });
        }

        public async Task WithHostAsync(CrashPlan? plan, Func<HostApp, Task> act)
        {
            var options = new SqliteStoreOptions { Path = Path.Combine(directory, $"{_run}.db"), Durability = SqliteDurability.Normal };
            await using var sqlite = new SqliteMachineStore(options, vendors.Clock);
            IMachineStore store = plan is null ? sqlite : new CrashingMachineStore(sqlite, plan);
            await using var host = await HostApp.StartAsync(
                vendors,
                store,
                Cancel,
                plan is null ? "survivor" : "victim",
                plan is null ? null : inner => new CrashingHandler(plan) { InnerHandler = inner });
            await act(host);
        }
    }
}
