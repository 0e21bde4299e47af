using Support.Sdk.StateMachines;

namespace WebinarImportSample.Hosting;

/// <summary>What this program refuses by itself, in the form of the SDK's own refusals: a code, values, and texts in <c>Words.resx</c> that name the remedy.</summary>
internal static class InputRefusals
{
    private const string Requirement = "WBN-10";

    public static RefusalCode CommandUnknown { get; } = new("input.command-unknown", Requirement, ["command", "known"]);

    public static RefusalCode CommandMisspelt { get; } = new("input.command-misspelt", Requirement, ["command", "nearest", "known"]);

    public static RefusalCode OptionMisspelt { get; } = new("input.option-misspelt", Requirement, ["command", "nearest", "known"]);

    public static RefusalCode OptionUnknown { get; } = new("input.option-unknown", Requirement, ["command", "known"]);

    public static RefusalCode OptionTwice { get; } = new("input.option-twice", Requirement);

    public static RefusalCode OptionWithoutValue { get; } = new("input.option-without-value", Requirement, ["example"]);

    public static RefusalCode OptionNotAllowed { get; } = new("input.option-not-allowed", Requirement, ["value", "allowed"]);

    public static RefusalCode OptionNotAmong { get; } = new("input.option-not-among", Requirement, ["value", "from", "to"]);

    public static RefusalCode OperandMissing { get; } = new("input.operand-missing", Requirement, ["command", "operand"]);

    public static RefusalCode FileMissing { get; } = new("input.file-missing", Requirement);

    public static RefusalCode FileUnreadable { get; } = new("input.file-unreadable", Requirement, ["detail"]);

    public static RefusalCode FileUnwritable { get; } = new("input.file-unwritable", Requirement, ["detail"]);

    public static RefusalCode OutputIsStore { get; } = new("input.output-is-store", Requirement, ["file"]);

    public static RefusalCode OutputFailed { get; } = new("input.output-failed", Requirement, ["detail"]);

    public static RefusalCode NothingLinked { get; } = new("input.nothing-linked", Requirement);

    public static RefusalCode MappingWrong { get; } = new("input.mapping-wrong", Requirement, ["count", "file"]);

    public static RefusalCode MappingOfAnother { get; } = new("input.mapping-of-another", Requirement, ["object", "former"]);

    public static RefusalCode ObjectUnknown { get; } = new("input.object-unknown", Requirement, ["object"]);

    public static RefusalCode ObjectMisspelt { get; } = new("input.object-misspelt", Requirement, ["object", "nearest"]);

    public static RefusalCode WebinarMissing { get; } = new("input.webinar-missing", Requirement);

    public static RefusalCode WebinarUnknown { get; } = new("input.webinar-unknown", Requirement, ["webinar"]);

    public static RefusalCode CampaignMissing { get; } = new("input.campaign-missing", Requirement);

    public static RefusalCode SettingsHalf { get; } = new("input.settings-half", Requirement, ["present", "missing"]);

    public static RefusalCode SettingsWrong { get; } = new("input.settings-wrong", Requirement, ["detail"]);

    public static RefusalCode SettingUnknown { get; } = new("input.setting-unknown", Requirement);

    public static RefusalCode SettingOfAnotherForm { get; } = new("input.setting-of-another-form", Requirement);

    public static RefusalCode PatienceWrong { get; } = new("input.patience-wrong", Requirement, ["value"]);

    public static RefusalCode SecretsKeyMissing { get; } = new("input.secrets-key-missing", Requirement, ["setting"]);

    public static RefusalCode SecretsKeyWrong { get; } = new("input.secrets-key-wrong", Requirement);

    public static RefusalCode NoImport { get; } = new("input.no-import", Requirement, ["file"]);

    public static RefusalCode ImportUnknown { get; } = new("input.import-unknown", Requirement, ["import", "file", "known"]);

    public static RefusalCode StoreUnusable { get; } = new("input.store-unusable", Requirement, ["detail"]);

    public static RefusalCode OrgGone { get; } = new("input.org-gone", Requirement);

    public static RefusalCode EmulatorsOnly { get; } = new("input.emulators-only", Requirement);

    public static RefusalCode VendorFailed { get; } = new("input.vendor-failed", Requirement, ["detail"]);

    public static RefusalCode SignInFailed { get; } = new("input.sign-in-failed", Requirement, ["detail"]);

    /// <summary>All of them, for the test that each has a text in both languages.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        CommandUnknown, CommandMisspelt, OptionMisspelt, OptionUnknown, OptionTwice, OptionWithoutValue, OptionNotAllowed, OptionNotAmong, OperandMissing, FileMissing, FileUnreadable, FileUnwritable, OutputIsStore, OutputFailed, NothingLinked, MappingWrong, ObjectUnknown, ObjectMisspelt,
        WebinarMissing, WebinarUnknown, CampaignMissing, SettingsHalf, SettingsWrong, SettingUnknown, SettingOfAnotherForm, SecretsKeyMissing, SecretsKeyWrong, NoImport, ImportUnknown, MappingOfAnother, PatienceWrong, StoreUnusable, OrgGone, EmulatorsOnly, VendorFailed, SignInFailed,
    ];

    /// <summary>An object that there is not, and the one that may have been meant.</summary>
    public static Refusal UnknownObject(string name) =>
        NearName.Find(name, ["Contact", "Lead"]) is { } nearest ? ObjectMisspelt.Refuse(name, nearest) : ObjectUnknown.Refuse(name);

    /// <summary>What the system says, as a sentence: more follows.</summary>
    public static string Sentence(string detail) => detail is [.., '.' or '!' or '?' or ':'] ? detail : detail + ".";
}
