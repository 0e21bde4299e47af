using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>What must hold before a technician may use the Service Desk (SES-01), as found just before a command.</summary>
/// <remarks>Immutable; the defaults are what a host that has no such restrictions may state.</remarks>
public sealed record AttendedAccess
{
    /// <summary>The oldest version of the SOS application that will do.</summary>
    public static readonly Version MinimumVersion = new(3, 7, 2, 1);

    /// <summary>Everything holds.</summary>
    public static AttendedAccess Met { get; } = new();

    /// <summary>Whether the application is the on-premises one; by default it is.</summary>
    public bool IsOnPremises { get; init; } = true;

    /// <summary>The version of the SOS application as it tells it, two to four numbers joined by dots; by default <see cref="MinimumVersion"/>.</summary>
    public string? SosVersion { get; init; } = "3.7.2.1";

    /// <summary>Whether the licence includes attended access; by default it does.</summary>
    public bool LicenceIncludesAttendedAccess { get; init; } = true;

    /// <summary>Whether the user has the attended-access feature, for example by a technician's role; by default so.</summary>
    public bool UserHasAttendedAccess { get; init; } = true;

    /// <summary>The first thing that is missing; <see langword="null"/> when everything holds.</summary>
    public Refusal? Check()
    {
        if (!IsOnPremises)
        {
            return SessionRefusals.NotOnPremises.Refuse();
        }

        if (!Version.TryParse(SosVersion, out var version))
        {
            return SessionRefusals.VersionUnknown.Refuse();
        }

        if (version < MinimumVersion)
        {
            return SessionRefusals.VersionTooOld.Refuse(version.ToString(), MinimumVersion.ToString());
        }

        if (!LicenceIncludesAttendedAccess)
        {
            return SessionRefusals.LicenceMissing.Refuse();
        }

        return UserHasAttendedAccess ? null : SessionRefusals.FeatureMissing.Refuse();
    }
}
