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
/// exactly one Webex meeting, exactly one public comment per reply.
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
        await using var vendors = await Vendors.StartAsync(Cancel, options => options.MeetingsPerDay = 10_000);
        var directory = Directory.CreateTempSubdirectory("support-sdk-crash");
        try
        {
            var steps = 0;
            for (var crashAt = 0; ; crashAt++)
            {
                var crash = new CrashPlan(crashAt);
                await PlayAsync(vendors, Path.Combine(directory.FullName, $"{crashAt}.db"), crash);
                if (!crash.HasStruck)
                {
                    steps = crashAt;
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

    private static async Task PlayAsync(Vendors vendors, string database, CrashPlan crash)
    {
        var ticket = vendors.AddTicket();
        var run = Path.GetFileNameWithoutExtension(database);
        var posts = vendors.CountRequests("POST", "/v1/meetings");
        await SetUpAsync(vendors, database);
        var schedule = Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddDays(1), new ReplyRequest { Submission = ReplySubmission.AtOnce, ReplyId = $"invite-{run}" }) with
        {
            MeetingId = $"m-{run}",
        };
        var cancel = new ReplyRequest { Submission = ReplySubmission.AtOnce, ReplyId = $"cancel-{run}" };

        await SurviveAsync(vendors, database, crash, async host => (await host.Meetings.ScheduleAsync(schedule, HostApp.Anna, Cancel)).ValueOrThrow());

        string because = string.Create(CultureInfo.InvariantCulture, $"the crash struck at step {crash.At} ({crash.Struck})");
        await WithHostAsync(vendors, database, null, async host =>
        {
            var meeting = (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Meetings.ShouldHaveSingleItem(because);
            meeting.Status.ShouldBe(MeetingStatus.Scheduled, because);
        });
        (vendors.CountRequests("POST", "/v1/meetings") - posts).ShouldBe(1, because);
        vendors.Replies(ticket).Count.ShouldBe(1, because);

        await SurviveAsync(vendors, database, crash, async host =>
        {
            var outcome = await host.Meetings.CancelAsync(ticket, schedule.MeetingId!, confirmed: true, cancel, HostApp.Anna, Cancel);
            (outcome.IsAccepted || outcome.Refusal.Code == "meetings.cancelled").ShouldBeTrue($"{outcome}: {because}");
        });

        because = string.Create(CultureInfo.InvariantCulture, $"the crash struck at step {crash.At} ({crash.Struck})");
        await WithHostAsync(vendors, database, null, async host =>
        {
            var panel = await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel);
            panel.Meetings.ShouldBeEmpty(because);
            panel.Replies.ShouldBeEmpty(because);
            var providerId = (await host.Meetings.ReadHistoryAsync(ticket, Cancel).ToListAsync(Cancel))
                .Select(entry => entry.Event).OfType<MeetingEvent.Provisioned>().Single().Access.ProviderId!;
            vendors.Webex.Meetings.StateOf(providerId).ShouldBeNull(because);
        });
        vendors.Replies(ticket).Count.ShouldBe(2, because);
    }

    private static Task SetUpAsync(Vendors vendors, string database) => WithHostAsync(vendors, database, null, host => host.SetUpAsync(Cancel));

    /// <summary>Acts; if the process dies on the way, another starts, acts again with the same ids as a caller who got no answer would, and does what is left.</summary>
    private static async Task SurviveAsync(Vendors vendors, string database, CrashPlan crash, Func<HostApp, Task> act)
    {
        try
        {
            await WithHostAsync(vendors, database, crash, act);
        }
        catch (Exception) when (crash.HasStruck)
        {
            // Whatever the dying process made of its own death.
        }

        await WithHostAsync(vendors, database, null, async host =>
        {
            await act(host);
            vendors.Clock.Advance(TimeSpan.FromMinutes(2));
            await host.Work.RunAllAsync(Cancel);
        });
    }

    private static async Task WithHostAsync(Vendors vendors, string database, CrashPlan? crash, Func<HostApp, Task> act)
    {
        await using var sqlite = new SqliteMachineStore(new SqliteStoreOptions { Path = database, Durability = SqliteDurability.Normal }, vendors.Clock);
        IMachineStore store = crash is null ? sqlite : new CrashingMachineStore(sqlite, crash);
        await using var host = await HostApp.StartAsync(
            vendors,
            store,
            Cancel,
            crash is null ? "survivor" : "victim",
            crash is null ? null : inner => new CrashingHandler(crash) { InnerHandler = inner });
        await act(host);
    }
}
