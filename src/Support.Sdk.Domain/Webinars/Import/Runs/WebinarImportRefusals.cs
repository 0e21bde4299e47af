using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Every reason for which an import as a whole is refused. Codes are public API; texts stand in <see cref="WebinarTexts"/>. Those of rows stand in <see cref="ImportRefusals"/>.</summary>
public static class WebinarImportRefusals
{
    /// <summary>There is no such import, or none that the caller may see.</summary>
    public static RefusalCode NotFound { get; } = new("webinars.import-not-found", "WBN-11");

    /// <summary>The import was started before.</summary>
    public static RefusalCode AlreadyStarted { get; } = new("webinars.import-already-started", "WBN-11");

    /// <summary>The import has ended.</summary>
    public static RefusalCode Over { get; } = new("webinars.import-over", "WBN-11");

    /// <summary>The import has not ended yet.</summary>
    public static RefusalCode NotOver { get; } = new("webinars.import-not-over", "WBN-11");

    /// <summary>The import is stopped.</summary>
    public static RefusalCode Stopped { get; } = new("webinars.import-stopped", "WBN-11", remedies: Remedy.Action("Resume"));

    /// <summary>The import is not stopped.</summary>
    public static RefusalCode NotStopped { get; } = new("webinars.import-not-stopped", "WBN-11");

    /// <summary>The import is being cancelled.</summary>
    public static RefusalCode BeingCancelled { get; } = new("webinars.import-being-cancelled", "WBN-11");

    /// <summary>The confirmed plan is still being checked.</summary>
    public static RefusalCode BeingChecked { get; } = new("webinars.import-being-checked", "WBN-10");

    /// <summary>The confirmed plan no longer holds, and nobody has accepted what has changed.</summary>
    public static RefusalCode Drifted { get; } = new("webinars.import-drifted", "WBN-10", ["count"], Remedy.Action("AcceptDrift"));

    /// <summary>There is no drift to be accepted or reported.</summary>
    public static RefusalCode NotDrifted { get; } = new("webinars.import-not-drifted", "WBN-10");

    /// <summary>Another run of the import has got further: this one has no say any more.</summary>
    public static RefusalCode OutOfStep { get; } = new("webinars.import-out-of-step", "WBN-11");

    /// <summary>Another import into the object has not ended.</summary>
    public static RefusalCode Unfinished { get; } = new("webinars.import-unfinished", "WBN-11", ["import"], Remedy.Action("Resume"), Remedy.Action("Cancel"));

    /// <summary>Rows are still being written.</summary>
    public static RefusalCode ChunksOpen { get; } = new("webinars.import-chunks-open", "WBN-11");

    /// <summary>There is no such webinar, or none that the account may see.</summary>
    public static RefusalCode WebinarNotFound { get; } = new("webinars.webinar-not-found", "WBN-01", ["webinar"], Remedy.Correct("webinarId"));

    /// <summary>There is no such object, or none that the account may see.</summary>
    public static RefusalCode ObjectNotFound { get; } = new("webinars.object-not-found", "WBN-01", ["object"], Remedy.Correct("mapping"));

    /// <summary>The mapping does not fit the object.</summary>
    public static RefusalCode MappingUnfit { get; } = new("webinars.mapping-unfit", "WBN-04", ["object", "count", "places"], Remedy.Correct("mapping"));

    /// <summary>The mapping has another primary key than the one that is configured for the object, and whose change was to be confirmed.</summary>
    public static RefusalCode KeyDiffers { get; } = new("webinars.import-key-differs", "WBN-07", ["object", "configured", "key"], Remedy.Correct("mapping"));

    /// <summary>There is no such campaign, or none that the account may see.</summary>
    public static RefusalCode CampaignNotFound { get; } = new("webinars.campaign-not-found", "WBN-06", ["campaign"], Remedy.Correct("campaign"));

    /// <summary>Records of the object cannot be linked to the campaign in a form that the mapping wants, because the objects' names are not configured.</summary>
    public static RefusalCode CampaignFormUnknown { get; } = new("webinars.campaign-form-unknown", "WBN-06", ["object"], Remedy.Ask("crm-administrator"));

    /// <summary>There is no such kept plan.</summary>
    public static RefusalCode PlanNotFound { get; } = new("webinars.plan-not-found", "WBN-10", ["plan"], Remedy.Correct("plan"));

    /// <summary>The plan was made with another mapping, or for another webinar.</summary>
    public static RefusalCode PlanOfAnother { get; } = new("webinars.plan-of-another", "WBN-10", ["plan"], Remedy.Correct("plan"));

    /// <summary>The import has no row that left something undone.</summary>
    public static RefusalCode NothingUndone { get; } = new("webinars.import-nothing-undone", "WBN-11");

    /// <summary>The rows of the import were forgotten: which of them left something undone is not known any more.</summary>
    public static RefusalCode RowsForgotten { get; } = new("webinars.import-rows-forgotten", "WBN-11");

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        NotFound, AlreadyStarted, Over, NotOver, Stopped, NotStopped, BeingCancelled, BeingChecked, Drifted, NotDrifted, OutOfStep, Unfinished, ChunksOpen,
        WebinarNotFound, ObjectNotFound, MappingUnfit, KeyDiffers, CampaignNotFound, CampaignFormUnknown, PlanNotFound, PlanOfAnother, NothingUndone, RowsForgotten,
    ];
}
