using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Every reason for which a mapping of webinars is refused or warned of. Codes are public API; texts stand in <see cref="WebinarTexts"/>.</summary>
public static class MappingRefusals
{
    private const string Administrator = "crm-administrator";

    /// <summary>The document is no JSON.</summary>
    public static RefusalCode NotReadable { get; } = new("webinars.mapping-not-readable", "WBN-02", ["line", "column"], Remedy.Correct("document"));

    /// <summary>The document has a property that mappings do not have.</summary>
    public static RefusalCode PropertyUnknown { get; } = new("webinars.mapping-property-unknown", "WBN-02", ["name", "known"], Remedy.Correct("document"));

    /// <summary>The document has a property that mappings do not have, but one of a similar name.</summary>
    public static RefusalCode PropertyMisspelt { get; } = new("webinars.mapping-property-misspelt", "WBN-02", ["name", "nearest"], Remedy.Correct("document"));

    /// <summary>The document has a property twice.</summary>
    public static RefusalCode PropertyTwice { get; } = new("webinars.mapping-property-twice", "WBN-02", ["name"], Remedy.Correct("document"));

    /// <summary>Something else stands where a text must stand.</summary>
    public static RefusalCode NotAText { get; } = new("webinars.mapping-not-a-text", "WBN-02", ["name"], Remedy.Correct("value"));

    /// <summary>Something else stands where a whole number must stand.</summary>
    public static RefusalCode NotANumber { get; } = new("webinars.mapping-not-a-number", "WBN-02", ["name"], Remedy.Correct("value"));

    /// <summary>Something else stands where a list must stand.</summary>
    public static RefusalCode NotAList { get; } = new("webinars.mapping-not-a-list", "WBN-02", ["name"], Remedy.Correct("value"));

    /// <summary>Something else stands where an object must stand.</summary>
    public static RefusalCode NotAnObject { get; } = new("webinars.mapping-not-an-object", "WBN-02", ["name"], Remedy.Correct("value"));

    /// <summary>The document is of a version that this package does not know.</summary>
    public static RefusalCode VersionUnknown { get; } = new("webinars.mapping-version-unknown", "WBN-02", ["version", "known"], Remedy.Correct("version"));

    /// <summary>A value that every mapping has is missing or empty.</summary>
    public static RefusalCode ValueMissing { get; } = new("webinars.mapping-value-missing", "WBN-02", ["name"], Remedy.Correct("value"));

    /// <summary>A value is none of those allowed.</summary>
    public static RefusalCode ValueNotAllowed { get; } = new("webinars.mapping-value-not-allowed", "WBN-02", ["name", "value", "allowed"], Remedy.Correct("value"));

    /// <summary>A conversion has an option that it does not know.</summary>
    public static RefusalCode OptionNotKnown { get; } = new("webinars.mapping-option-not-known", "WBN-02", ["name", "kind"], Remedy.Correct("option"));

    /// <summary>A picklist table has the same value twice, whatever the case.</summary>
    public static RefusalCode TableValueTwice { get; } = new("webinars.mapping-table-value-twice", "WBN-02", ["value"], Remedy.Correct("table"));

    /// <summary>The time zone is unknown.</summary>
    public static RefusalCode TimeZoneUnknown { get; } = new("webinars.mapping-time-zone-unknown", "WBN-02", ["timeZone"], Remedy.Correct("timeZone"));

    /// <summary>A pair has neither a source nor a constant that always holds.</summary>
    public static RefusalCode NothingToWrite { get; } = new("webinars.nothing-to-write", "WBN-02", ["field"], Remedy.Correct("source"));

    /// <summary>The object is neither Contact nor Lead nor a custom object (WBN-01).</summary>
    public static RefusalCode ObjectNotSupported { get; } = new("webinars.object-not-supported", "WBN-01", ["object"], Remedy.Correct("object"));

    /// <summary>The user may neither create nor change records of the object.</summary>
    public static RefusalCode ObjectNotWritable { get; } = new("webinars.object-not-writable", "WBN-04", ["object"], Remedy.Ask(Administrator));

    /// <summary>The object has no such field, or the user may not see it.</summary>
    public static RefusalCode FieldUnknown { get; } = new("webinars.field-unknown", "WBN-04", ["field", "object"], Remedy.Correct("field"));

    /// <summary>The object has no such field, but one of a similar name.</summary>
    public static RefusalCode FieldMisspelt { get; } = new("webinars.field-misspelt", "WBN-04", ["field", "object", "nearest"], Remedy.Correct("field"));

    /// <summary>The field cannot be written.</summary>
    public static RefusalCode FieldReadOnly { get; } = new("webinars.field-read-only", "WBN-04", ["field", "label"], Remedy.Correct("field"));

    /// <summary>The field can be set on new records only, but the pair's policy writes it to existing ones.</summary>
    public static RefusalCode FieldOnCreateOnly { get; } = new("webinars.field-on-create-only", "WBN-04", ["field", "label"], Remedy.Correct("policy"));

    /// <summary>The field can be written on existing records only; new ones cannot be made with it.</summary>
    public static RefusalCode FieldOnUpdateOnly { get; } = new("webinars.field-on-update-only", "WBN-04", ["field", "label"], Remedy.Correct("field"));

    /// <summary>The field is filled by two pairs.</summary>
    public static RefusalCode FieldMappedTwice { get; } = new("webinars.field-mapped-twice", "WBN-02", ["field"], Remedy.Correct("field"));

    /// <summary>A field that new records need is not filled.</summary>
    public static RefusalCode RequiredFieldMissing { get; } = new("webinars.required-field-missing", "WBN-04", ["field", "label", "object"], Remedy.Correct("fields"));

    /// <summary>A custom question of the registration form is mapped.</summary>
    public static RefusalCode CustomQuestion { get; } = new("webinars.custom-question", "WBN-03", ["question"], Remedy.Correct("source"));

    /// <summary>Participants have no such field.</summary>
    public static RefusalCode SourceUnknown { get; } = new("webinars.source-unknown", "WBN-03", ["source", "allowed"], Remedy.Correct("source"));

    /// <summary>Participants have no such field, but one of a similar name.</summary>
    public static RefusalCode SourceMisspelt { get; } = new("webinars.source-misspelt", "WBN-03", ["source", "nearest"], Remedy.Correct("source"));

    /// <summary>A field of this type cannot hold what the pair gives.</summary>
    public static RefusalCode TypeIncompatible { get; } = new("webinars.type-incompatible", "WBN-04", ["source", "field", "type"], Remedy.Correct("source"));

    /// <summary>A text that the document names is longer than the field.</summary>
    public static RefusalCode ValueTooLong { get; } = new("webinars.value-too-long", "WBN-04", ["value", "field", "length", "maximum"], Remedy.Correct("value"));

    /// <summary>Participants can have longer values than the field holds (a warning).</summary>
    public static RefusalCode SourceMayBeTooLong { get; } = new("webinars.source-may-be-too-long", "WBN-04", ["source", "length", "field", "maximum"], Remedy.Correct("field"));

    /// <summary>A text that the document names is none of the restricted picklist's values.</summary>
    public static RefusalCode PicklistValueUnknown { get; } = new("webinars.picklist-value-unknown", "WBN-04", ["value", "field", "allowed"], Remedy.Correct("value"));

    /// <summary>A text that the document names is no value of the field's type.</summary>
    public static RefusalCode ValueNotOfType { get; } = new("webinars.value-not-of-type", "WBN-04", ["value", "field", "type"], Remedy.Correct("value"));

    /// <summary>The primary key is none of the mapped fields.</summary>
    public static RefusalCode KeyNotMapped { get; } = new("webinars.key-not-mapped", "WBN-02", ["field"], Remedy.Correct("primaryKey"));

    /// <summary>The primary key is the same for every participant.</summary>
    public static RefusalCode KeyConstant { get; } = new("webinars.key-constant", "WBN-02", ["field"], Remedy.Correct("primaryKey"));

    /// <summary>The primary key is neither unique nor an external id nor one by which Salesforce looks records up.</summary>
    public static RefusalCode KeyNotUnique { get; } = new("webinars.key-not-unique", "WBN-04", ["field", "label"], Remedy.Correct("primaryKey"));

    /// <summary>Salesforce looks records up by the primary key but does not keep it unique, as with e-mail addresses (a warning).</summary>
    public static RefusalCode KeyNotEnforced { get; } = new("webinars.key-not-enforced", "WBN-04", ["field", "label"], Remedy.Correct("primaryKey"));

    /// <summary>Campaign Members take Contacts and Leads only.</summary>
    public static RefusalCode CampaignMembersNotForObject { get; } =
        new("webinars.campaign-members-not-for-object", "WBN-06", ["object"], Remedy.Correct("campaign"));

    /// <summary>The installed Webex package is too old for the campaign option.</summary>
    public static RefusalCode CampaignNeedsVersion { get; } =
        new("webinars.campaign-needs-version", "WBN-06", ["needed", "installed"], Remedy.Correct("campaign"), Remedy.Ask(Administrator));

    /// <summary>The primary key was changed: records imported before keep the old one (a warning).</summary>
    public static RefusalCode KeyChanged { get; } =
        new("webinars.key-changed", "WBN-07", ["from", "to", "lost", "shared"], Remedy.Correct("primaryKey"));

    /// <summary>All codes, in the order of this page.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        NotReadable, PropertyUnknown, PropertyMisspelt, PropertyTwice, NotAText, NotANumber, NotAList, NotAnObject, VersionUnknown, ValueMissing, ValueNotAllowed, OptionNotKnown, TableValueTwice, TimeZoneUnknown, NothingToWrite, ObjectNotSupported, ObjectNotWritable,
        FieldUnknown, FieldMisspelt, FieldReadOnly, FieldOnCreateOnly, FieldOnUpdateOnly, FieldMappedTwice, RequiredFieldMissing, CustomQuestion, SourceUnknown, SourceMisspelt,
        TypeIncompatible, ValueTooLong, SourceMayBeTooLong, PicklistValueUnknown, ValueNotOfType, KeyNotMapped, KeyConstant, KeyNotUnique, KeyNotEnforced,
        CampaignMembersNotForObject, CampaignNeedsVersion, KeyChanged,
    ];
}
