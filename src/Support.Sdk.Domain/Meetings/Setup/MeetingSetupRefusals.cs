using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

/// <summary>Every reason for which the set-up machine refuses, besides those it shares with meetings. Codes are public API.</summary>
public static class MeetingSetupRefusals
{
    /// <summary>The permission with which an actor may configure meetings.</summary>
    public const string ConfigurePermission = "meetings.configure";

    /// <summary>The actor may not configure meetings.</summary>
    public static RefusalCode PermissionMissing { get; } = new("meetings.permission-missing", "MTG-15", ["permission"], Remedy.Ask("work-item-administrator"));

    /// <summary>The provider's administrator has to sign in first.</summary>
    public static RefusalCode AdministratorNotSignedIn { get; } = new("meetings.administrator-not-signed-in", "MTG-15", remedies: Remedy.Action("SignInAdministrator"));

    /// <summary>The site has no name.</summary>
    public static RefusalCode SiteEmpty { get; } = new("meetings.site-empty", "MTG-02", remedies: Remedy.Correct("site"));

    /// <summary>A range lies outside of 0 to 365 days.</summary>
    public static RefusalCode RangeInvalid { get; } = new("meetings.range-invalid", "MTG-13", ["days", "maximum"], Remedy.Correct("days"));

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = [PermissionMissing, AdministratorNotSignedIn, SiteEmpty, RangeInvalid];
}
