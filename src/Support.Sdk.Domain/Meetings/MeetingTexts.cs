using System.Resources;
using Support.Sdk.Texts;

namespace Support.Sdk.Meetings;

/// <summary>The texts about meetings, in English and French (MTG-16): their source, and the keys of those that are no refusals.</summary>
/// <remarks>
/// The text of a refusal stands under its code (<see cref="MeetingRefusals"/>) and has the code's parameters as placeholders. A host replaces a text or adds a
/// language with an <see cref="ITextSource"/> of its own in front of <see cref="Source"/>; it may leave out placeholders, not invent any.
/// Thread-safe.
/// </remarks>
public static class MeetingTexts
{
    /// <summary>
    /// Public reply: an instant meeting was started (MTG-03). Offered: <c>topic</c>, <c>start</c>, <c>end</c> (until when the link is visible), <c>duration</c>,
    /// <c>timeZone</c>, <c>host</c>, <c>link</c>.
    /// </summary>
    public const string ReplyStarted = "meetings.reply.started";

    /// <summary>
    /// Public reply: a meeting was scheduled (MTG-06). Offered: <c>topic</c>, <c>start</c>, <c>end</c>, <c>duration</c>, <c>timeZone</c>, <c>host</c>,
    /// <c>link</c>.
    /// </summary>
    public const string ReplyScheduled = "meetings.reply.scheduled";

    /// <summary>
    /// Public reply: a meeting was cancelled (MTG-09). Offered: <c>topic</c>, <c>start</c>, <c>end</c>, <c>duration</c>, <c>timeZone</c>, <c>host</c>,
    /// <c>link</c>; the SDK's own text leaves out the link, which leads nowhere any more.
    /// </summary>
    public const string ReplyCancelled = "meetings.reply.cancelled";

    /// <summary>A further line of a public reply: the number to dial or type. Offered: <c>number</c>.</summary>
    public const string ReplyNumber = "meetings.reply.number";

    /// <summary>A further line of a public reply: the password to join. Offered: <c>password</c>.</summary>
    public const string ReplyPassword = "meetings.reply.password";

    /// <summary>The topic of an instant meeting for which none was given. Offered: <c>workItem</c> (the number of the ticket).</summary>
    public const string InstantTopic = "meetings.instant-topic";

    /// <summary>Private note: a meeting was held (MTG-15). Offered: <c>topic</c>, <c>host</c>, <c>start</c>, <c>end</c>, <c>duration</c>.</summary>
    public const string Log = "meetings.log";

    /// <summary>Whom to ask: the administrator of the work item's system. A phrase for use within a sentence; no placeholders.</summary>
    public const string WorkItemAdministrator = "people.work-item-administrator";

    /// <summary>Whom to ask: the administrator of the provider's site. A phrase for use within a sentence; no placeholders.</summary>
    public const string SiteAdministrator = "people.site-administrator";

    /// <summary>Whom to ask: the meeting's host. A phrase for use within a sentence; no placeholders.</summary>
    public const string Host = "people.host";

    /// <summary>Button: start an instant meeting (MTG-01). No placeholders.</summary>
    public const string StartInstantAction = "actions.StartInstant";

    /// <summary>Button: schedule a meeting (MTG-04). No placeholders.</summary>
    public const string ScheduleAction = "actions.Schedule";

    /// <summary>Button: start the scheduled meeting (MTG-07). No placeholders.</summary>
    public const string StartAction = "actions.Start";

    /// <summary>Button or link: join the meeting (MTG-10). No placeholders.</summary>
    public const string JoinAction = "actions.Join";

    /// <summary>Button: cancel the scheduled meeting (MTG-09). No placeholders.</summary>
    public const string CancelAction = "actions.Cancel";

    /// <summary>Button: edit the draft of a public reply (MTG-03). No placeholders.</summary>
    public const string EditReplyAction = "actions.EditReply";

    /// <summary>Button: submit a public reply (MTG-03). No placeholders.</summary>
    public const string SubmitReplyAction = "actions.SubmitReply";

    /// <summary>Button: throw the draft of a public reply away. No placeholders.</summary>
    public const string DiscardReplyAction = "actions.DiscardReply";

    /// <summary>The texts: English in the invariant culture, French in <c>fr</c>.</summary>
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(MeetingTexts)));

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.Install"/>.</summary>
    public const string InstallAction = "actions.Install";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.Uninstall"/>.</summary>
    public const string UninstallAction = "actions.Uninstall";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.LinkSite"/>.</summary>
    public const string LinkSiteAction = "actions.LinkSite";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.UnlinkSite"/>.</summary>
    public const string UnlinkSiteAction = "actions.UnlinkSite";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.EnableExtension"/>.</summary>
    public const string EnableExtensionAction = "actions.EnableExtension";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.DisableExtension"/>.</summary>
    public const string DisableExtensionAction = "actions.DisableExtension";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.SignInAdministrator"/>.</summary>
    public const string SignInAdministratorAction = "actions.SignInAdministrator";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.EnableMeetings"/>.</summary>
    public const string EnableMeetingsAction = "actions.EnableMeetings";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.DisableMeetings"/>.</summary>
    public const string DisableMeetingsAction = "actions.DisableMeetings";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.ConfigureLogging"/>.</summary>
    public const string ConfigureLoggingAction = "actions.ConfigureLogging";

    /// <summary>Label of the administrator's action <see cref="MeetingSetupTrigger.ConfigureLists"/>.</summary>
    public const string ConfigureListsAction = "actions.ConfigureLists";

    /// <summary>The key of an action's label, such as <c>actions.Cancel</c>.</summary>
    /// <param name="action">The name of the action, as <see cref="StateMachines.ActionStatus.Action"/> and <see cref="StateMachines.RemedyKind.Action"/> have it.</param>
    /// <exception cref="ArgumentException"><paramref name="action"/> is empty or white space.</exception>
    public static string KeyOfAction(string action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        return $"actions.{action}";
    }

    /// <summary>The key of the phrase for somebody to ask, such as <c>people.site-administrator</c>.</summary>
    /// <param name="whom">Whom to ask, as the subject of <see cref="StateMachines.RemedyKind.Ask"/> has it.</param>
    /// <exception cref="ArgumentException"><paramref name="whom"/> is empty or white space.</exception>
    public static string KeyOfPerson(string whom)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(whom);
        return $"people.{whom}";
    }
}
