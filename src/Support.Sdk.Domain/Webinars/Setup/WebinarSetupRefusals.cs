using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>
/// Every reason for which the configuration of the import is refused, besides <see cref="ImportRefusals.PermissionRequired"/>. Codes are public API; texts stand in
/// <see cref="WebinarTexts"/>.
/// </summary>
public static class WebinarSetupRefusals
{
    /// <summary>The primary key is to be confirmed.</summary>
    public static RefusalCode ConfirmPrimaryKey { get; } = new("webinars.confirm-primary-key", "WBN-02", ["object", "field"], Remedy.Correct("confirmedPrimaryKey"));

    /// <summary>The primary key becomes another, which has consequences for what was imported; that is to be confirmed.</summary>
    public static RefusalCode ConfirmKeyChange { get; } =
        new("webinars.confirm-key-change", "WBN-07", ["object", "from", "to", "records", "lost", "shared"], Remedy.Correct("keyChange"));

    /// <summary>The primary key becomes another, and nobody looked what that means; such as when somebody else changed it in between.</summary>
    public static RefusalCode KeyChangeUnchecked { get; } = new("webinars.key-change-unchecked", "WBN-07", ["object", "from", "to"], Remedy.Correct("keyChange"));

    /// <summary>The deletion of a mapping is to be confirmed.</summary>
    public static RefusalCode ConfirmDelete { get; } = new("webinars.confirm-delete", "WBN-02", ["object"], Remedy.Correct("confirmed"));

    /// <summary>The object has no mapping.</summary>
    public static RefusalCode MappingMissing { get; } = new("webinars.mapping-missing", "WBN-02", remedies: Remedy.Action(nameof(WebinarSetupTrigger.SaveMapping)));

    /// <summary>A user or a profile without a name.</summary>
    public static RefusalCode NameEmpty { get; } = new("webinars.access-name-empty", "WBN-08", remedies: Remedy.Correct("name"));

    /// <summary>A range lies outside of 0 to <see cref="WebinarRange.MaximumDays"/> days.</summary>
    public static RefusalCode RangeInvalid { get; } = new("webinars.range-invalid", "WBN-09", ["days", "maximum"], Remedy.Correct("days"));

    /// <summary>All codes, in the order of this page.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
        [ConfirmPrimaryKey, ConfirmKeyChange, KeyChangeUnchecked, ConfirmDelete, MappingMissing, NameEmpty, RangeInvalid];
}
