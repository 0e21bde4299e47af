using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

/// <summary>Every reason for which the meeting machine refuses. Codes are public API.</summary>
public static class MeetingRefusals
{
    /// <summary>The extension is not installed in the work item's system.</summary>
    public static RefusalCode ExtensionNotInstalled { get; } = new("meetings.extension-not-installed", "MTG-02", remedies: Remedy.Ask("work-item-administrator"));

    /// <summary>The extension is not linked to a site of the provider.</summary>
    public static RefusalCode SiteNotLinked { get; } = new("meetings.site-not-linked", "MTG-02", remedies: Remedy.Ask("work-item-administrator"));

    /// <summary>The site's administrator has not enabled the extension.</summary>
    public static RefusalCode ExtensionNotEnabled { get; } = new("meetings.extension-not-enabled", "MTG-02", remedies: Remedy.Ask("site-administrator"));

    /// <summary>Meetings are not enabled for the users.</summary>
    public static RefusalCode NotEnabledForUsers { get; } = new("meetings.not-enabled-for-users", "MTG-15", remedies: Remedy.Ask("work-item-administrator"));

    /// <summary>Somebody has to sign in to the provider (again).</summary>
    public static RefusalCode ReauthorizationRequired { get; } = new("meetings.reauthorization-required", "MTG-02", remedies: Remedy.Ask("host"));

    /// <summary>The host's account is restricted.</summary>
    public static RefusalCode AccountRestricted { get; } = new("meetings.account-restricted", "MTG-02", remedies: Remedy.Ask("site-administrator"));

    /// <summary>The host has no Personal Room.</summary>
    public static RefusalCode NoPersonalRoom { get; } = new("meetings.no-personal-room", "MTG-02", remedies: Remedy.Ask("site-administrator"));

    /// <summary>The topic is empty.</summary>
    public static RefusalCode TopicEmpty { get; } = new("meetings.topic-empty", "MTG-04", remedies: Remedy.Correct("topic"));

    /// <summary>The start lies in the past.</summary>
    public static RefusalCode StartInPast { get; } = new("meetings.start-in-past", "MTG-04", ["start", "now"], Remedy.Correct("start"));

    /// <summary>The duration is zero or negative.</summary>
    public static RefusalCode DurationNotPositive { get; } = new("meetings.duration-not-positive", "MTG-04", remedies: Remedy.Correct("duration"));

    /// <summary>The provider makes no meeting of this duration.</summary>
    public static RefusalCode DurationOutOfRange { get; } = new("meetings.duration-out-of-range", "MTG-04", ["duration", "minimum", "maximum"], Remedy.Correct("duration"));

    /// <summary>The local time does not exist: the clocks skip it.</summary>
    public static RefusalCode LocalTimeSkipped { get; } = new("meetings.local-time-skipped", "MTG-04", ["time", "timeZone"], Remedy.Correct("start"));

    /// <summary>The time zone is unknown.</summary>
    public static RefusalCode TimeZoneUnknown { get; } = new("meetings.time-zone-unknown", "MTG-04", ["timeZone"], Remedy.Correct("timeZone"));

    /// <summary>The work item already has a scheduled meeting.</summary>
    public static RefusalCode AlreadyScheduled { get; } = new("meetings.already-scheduled", "MTG-05", ["topic", "start"], Remedy.Action("Cancel"));

    /// <summary>It is not time yet.</summary>
    public static RefusalCode NotYet { get; } = new("meetings.not-yet", "MTG-07", ["opensAt"], Remedy.Wait("opensAt"));

    /// <summary>The cancellation was not confirmed.</summary>
    public static RefusalCode ConfirmationMissing { get; } = new("meetings.confirmation-missing", "MTG-09", remedies: Remedy.Correct("confirmed"));

    /// <summary>The meeting has started and cannot be cancelled.</summary>
    public static RefusalCode AlreadyStarted { get; } = new("meetings.already-started", "MTG-09");

    /// <summary>The meeting is over.</summary>
    public static RefusalCode Over { get; } = new("meetings.over", "MTG-08", remedies: Remedy.Action("Schedule"));

    /// <summary>The meeting was cancelled.</summary>
    public static RefusalCode Cancelled { get; } = new("meetings.cancelled", "MTG-09", remedies: Remedy.Action("Schedule"));

    /// <summary>The meeting could not be made.</summary>
    public static RefusalCode Failed { get; } = new("meetings.failed", "MTG-04", remedies: Remedy.Action("Schedule"));

    /// <summary>The meeting is still being made.</summary>
    public static RefusalCode BeingPrepared { get; } = new("meetings.being-prepared", "MTG-07");

    /// <summary>The meeting is being cancelled.</summary>
    public static RefusalCode BeingCancelled { get; } = new("meetings.being-cancelled", "MTG-09");

    /// <summary>The work item has no such meeting.</summary>
    public static RefusalCode UnknownMeeting { get; } = new("meetings.unknown-meeting", "MTG-11");

    /// <summary>The work item does not exist, or the actor may not see it.</summary>
    public static RefusalCode WorkItemNotFound { get; } = new("meetings.work-item-not-found", "MTG-10");

    /// <summary>The work item is closed and accepts no change.</summary>
    public static RefusalCode WorkItemClosed { get; } = new("meetings.work-item-closed", "MTG-03");

    /// <summary>There is no such public reply.</summary>
    public static RefusalCode UnknownReply { get; } = new("meetings.unknown-reply", "MTG-03");

    /// <summary>The reply has no text.</summary>
    public static RefusalCode ReplyEmpty { get; } = new("meetings.reply-empty", "MTG-03", remedies: Remedy.Correct("text"));

    /// <summary>The reply is on its way.</summary>
    public static RefusalCode ReplyBeingSubmitted { get; } = new("meetings.reply-being-submitted", "MTG-03");

    /// <summary>The reply stands in the conversation already.</summary>
    public static RefusalCode ReplySubmitted { get; } = new("meetings.reply-submitted", "MTG-03");

    /// <summary>The reply was thrown away.</summary>
    public static RefusalCode ReplyDiscarded { get; } = new("meetings.reply-discarded", "MTG-03");

    /// <summary>A reply with this id exists already for another purpose.</summary>
    public static RefusalCode ReplyIdTaken { get; } = new("meetings.reply-id-taken", "MTG-03", remedies: Remedy.Correct("replyId"));

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        ExtensionNotInstalled, SiteNotLinked, ExtensionNotEnabled, NotEnabledForUsers, ReauthorizationRequired, AccountRestricted, NoPersonalRoom,
        TopicEmpty, StartInPast, DurationNotPositive, DurationOutOfRange, LocalTimeSkipped, TimeZoneUnknown,
        AlreadyScheduled, NotYet, ConfirmationMissing, AlreadyStarted, Over, Cancelled, Failed, BeingPrepared, BeingCancelled,
        UnknownMeeting, WorkItemNotFound, WorkItemClosed,
        UnknownReply, ReplyEmpty, ReplyBeingSubmitted, ReplySubmitted, ReplyDiscarded, ReplyIdTaken,
    ];
}
