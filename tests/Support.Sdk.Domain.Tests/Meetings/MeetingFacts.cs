using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Meetings;

// The people, times and commands that the tests of the meeting machine share.
internal static class MeetingFacts
{
    public const string Id = "m1";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset StartsAt = Now.AddHours(2);
    public static readonly DateTimeOffset OpensAt = StartsAt.AddMinutes(-10);
    public static readonly DateTimeOffset EndsAt = StartsAt.AddHours(1);
    public static readonly Actor Agent = new("alice");
    public static readonly MeetingHost Host = new(MeetingHost.Webex, "", "alice@example.com");
    public static readonly MeetingPlan Plan = new("Outage", StartsAt, TimeSpan.FromHours(1), "Europe/Paris", OpensAt, []);
    public static readonly MeetingAccess Access = new("webex-1", "https://example.webex.com/m1", "123", "secret");
    public static readonly MeetingAccess Room = new(null, "https://example.webex.com/meet/alice");

    public static ReplyPlan ReplyTo(string reply, ReplySubmission submission = ReplySubmission.Draft) => new(reply, submission, "en");

    public static MeetingCommand.Schedule Schedule(
        string id = Id,
        string reply = "r1",
        MeetingPlan? plan = null,
        MeetingPrerequisites? prerequisites = null,
        ReplySubmission submission = ReplySubmission.Draft) => new(id, Host, plan ?? Plan, ReplyTo(reply, submission), prerequisites ?? MeetingPrerequisites.Met);

    public static MeetingCommand.StartInstant StartInstant(
        string id = Id,
        string reply = "r1",
        MeetingPrerequisites? prerequisites = null,
        ReplySubmission submission = ReplySubmission.Draft) =>
        new(id, Host, "Outage", "Europe/Paris", ReplyTo(reply, submission), prerequisites ?? MeetingPrerequisites.Met);

    public static MeetingCommand.ConfirmProvisioned Provisioned(string id = Id, MeetingAccess? access = null) => new(id, access ?? Access, "Come and join.");

    public static MeetingCommand.Cancel Cancel(string id = Id, string reply = "r2", bool confirmed = true, ReplySubmission submission = ReplySubmission.Draft) =>
        new(id, confirmed, ReplyTo(reply, submission));

    public static MeetingCommand.ConfirmCancelled Cancelled(string id = Id) => new(id, "It is cancelled.");

    public static MeetingCommand.ApplyReport Started(DateTimeOffset at, string id = Id) => new(id, new MeetingReport.Started(at));

    public static MeetingCommand.ApplyReport Ended(DateTimeOffset at, string id = Id) => new(id, new MeetingReport.Ended(at));

    public static MeetingCommand.ApplyReport Updated(DateTimeOffset at, DateTimeOffset startsAt, string topic = "Outage", string id = Id) =>
        new(id, new MeetingReport.Updated(at, topic, startsAt, TimeSpan.FromHours(1)));

    public static MeetingCommand.ApplyReport Deleted(DateTimeOffset at, string reply = "r3", string id = Id) =>
        new(id, new MeetingReport.Deleted(at, ReplyTo(reply, ReplySubmission.AtOnce), "It was deleted."));
}
