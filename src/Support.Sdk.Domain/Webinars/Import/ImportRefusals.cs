using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Every reason that an import names: for a row, for a campaign, for a plan that no longer holds, for who may do it. Codes are public API; texts stand in <see cref="WebinarTexts"/>.</summary>
public static class ImportRefusals
{
    private const string Administrator = "crm-administrator";

    // In the order of ImportReason.
    private static readonly RefusalCode[] Reasons =
    [
        new("webinars.plan-new", "WBN-05"),
        new("webinars.plan-new-for-webinar", "WBN-05", ["count"]),
        new("webinars.plan-found", "WBN-05", ["record"]),
        new("webinars.plan-found-for-webinar", "WBN-05", ["record"]),
        new("webinars.plan-unchanged", "WBN-05", ["record"]),
        new("webinars.plan-repeated", "WBN-12", ["row"]),
        new("webinars.plan-several", "WBN-05", ["count", "records"], Remedy.Correct("records")),
        new("webinars.plan-several-for-webinar", "WBN-05", ["count", "records"], Remedy.Correct("records")),
        new("webinars.plan-key-taken", "WBN-05", ["record"], Remedy.Correct("insertMode")),
        new("webinars.plan-incomplete", "WBN-10", ["fields"], Remedy.Correct("participant")),
        new("webinars.plan-unusable", "WBN-10", ["count"], Remedy.Correct("participant")),
    ];

    // In the order of RowDriftKind.
    private static readonly RefusalCode[] Drifts =
    [
        new("webinars.drift-participant-added", "WBN-10", ["participant"]),
        new("webinars.drift-participant-gone", "WBN-10", ["participant"]),
        new("webinars.drift-values-changed", "WBN-10", ["participant"]),
        new("webinars.drift-record-appeared", "WBN-10", ["participant", "record"]),
        new("webinars.drift-record-gone", "WBN-10", ["participant", "record"]),
        new("webinars.drift-record-changed", "WBN-10", ["participant", "record"]),
        new("webinars.drift-decision-changed", "WBN-10", ["participant"]),
    ];

    /// <summary>The mapping links to a campaign, but none is chosen.</summary>
    public static RefusalCode CampaignMissing { get; } = new("webinars.campaign-missing", "WBN-06", remedies: Remedy.Correct("campaign"));

    /// <summary>The status is none of the campaign's.</summary>
    public static RefusalCode CampaignStatusUnknown { get; } = new("webinars.campaign-status-unknown", "WBN-06", ["status", "allowed"], Remedy.Correct("status"));

    /// <summary>Whoever configures or uses the import lacks the permission <em>Webex Import Admin</em>.</summary>
    public static RefusalCode PermissionRequired { get; } = new("webinars.import-permission-required", "WBN-08", ["permission"], Remedy.Ask(Administrator));

    /// <summary>The import is not switched on for the user nor for their profile.</summary>
    public static RefusalCode NotSwitchedOn { get; } = new("webinars.import-not-switched-on", "WBN-08", remedies: Remedy.Ask(Administrator));

    /// <summary>All codes: those of the reasons, those of the drifts, then the others in the order of this page.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = [.. Reasons, .. Drifts, CampaignMissing, CampaignStatusUnknown, PermissionRequired, NotSwitchedOn];

    /// <summary>The code of a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is no reason.</exception>
    public static RefusalCode Of(ImportReason reason) => (uint)reason < (uint)Reasons.Length
        ? Reasons[(int)reason]
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "Use one of the named reasons.");

    /// <summary>The code of a drift.</summary>
    /// <param name="kind">The kind of drift.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no kind of drift.</exception>
    public static RefusalCode Of(RowDriftKind kind) => (uint)kind < (uint)Drifts.Length
        ? Drifts[(int)kind]
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Use one of the named kinds of drift.");
}
