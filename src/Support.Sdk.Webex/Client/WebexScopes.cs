namespace Support.Sdk.Webex;

/// <summary>Scopes of integrations that this package needs (fact sheet, section 2.5).</summary>
public static class WebexScopes
{
    /// <summary>Reading meetings and invitees, joining.</summary>
    public const string SchedulesRead = "meeting:schedules_read";

    /// <summary>Creating, changing and deleting meetings and invitees.</summary>
    public const string SchedulesWrite = "meeting:schedules_write";

    /// <summary>Reading meeting settings and Personal Rooms.</summary>
    public const string PreferencesRead = "meeting:preferences_read";

    /// <summary>Reading participants.</summary>
    public const string ParticipantsRead = "meeting:participants_read";

    /// <summary>Reading people.</summary>
    public const string PeopleRead = "spark:people_read";

    /// <summary>Everything a user may do in messaging; needed for meetings of a space.</summary>
    public const string All = "spark:all";

    /// <summary>What the client and its adapters need for meetings.</summary>
    public static IReadOnlyList<string> Meetings { get; } = [SchedulesRead, SchedulesWrite, PreferencesRead, ParticipantsRead, PeopleRead];
}
