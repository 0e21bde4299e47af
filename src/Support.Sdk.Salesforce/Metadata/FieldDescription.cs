using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>A field of an object, as the calling user sees it (fact sheet 5).</summary>
public sealed record FieldDescription
{
    /// <summary>The API name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What people read, in the user's language.</summary>
    public string Label { get; init; } = "";

    /// <summary>The type.</summary>
    public FieldType Type { get; init; }

    /// <summary>How many characters it holds; 0 for types that are no text.</summary>
    public int Length { get; init; }

    /// <summary>How many bytes it holds; 0 for types that are no text.</summary>
    public int ByteLength { get; init; }

    /// <summary>How many digits a number has in all.</summary>
    public int Precision { get; init; }

    /// <summary>How many digits a number has after the point.</summary>
    public int Scale { get; init; }

    /// <summary>How many digits a whole number has.</summary>
    public int Digits { get; init; }

    /// <summary>Whether it may be empty.</summary>
    public bool Nillable { get; init; }

    /// <summary>Whether it can be set in a new record.</summary>
    public bool Createable { get; init; }

    /// <summary>Whether it can be changed.</summary>
    public bool Updateable { get; init; }

    /// <summary>Whether Salesforce fills it in a new record when it is left out.</summary>
    public bool DefaultedOnCreate { get; init; }

    /// <summary>Whether it is an external id.</summary>
    public bool ExternalId { get; init; }

    /// <summary>Whether records can be looked up by it, as by an external id.</summary>
    public bool IdLookup { get; init; }

    /// <summary>Whether no two records have the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether upper and lower case make a difference, for external ids.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Whether a formula gives its value.</summary>
    public bool Calculated { get; init; }

    /// <summary>Whether Salesforce numbers it.</summary>
    public bool AutoNumber { get; init; }

    /// <summary>Whether the org added it.</summary>
    public bool Custom { get; init; }

    /// <summary>The compound field it is part of, such as <c>MailingAddress</c>; or <see langword="null"/>.</summary>
    public string? CompoundFieldName { get; init; }

    /// <summary>The values of a picklist; empty for other types.</summary>
    public IReadOnlyList<PicklistValue> PicklistValues { get; init; } = [];

    /// <summary>Whether other values than those of the picklist are refused.</summary>
    public bool RestrictedPicklist { get; init; }

    /// <summary>Whether the values depend on another field.</summary>
    public bool DependentPicklist { get; init; }

    /// <summary>The field they depend on, or <see langword="null"/>.</summary>
    public string? ControllerName { get; init; }

    /// <summary>The objects a reference can lead to; empty for other types.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>By which name queries follow the reference, such as <c>Account</c>; or <see langword="null"/>.</summary>
    public string? RelationshipName { get; init; }

    /// <summary>Whether a reference can lead to several objects.</summary>
    public bool PolymorphicForeignKey { get; init; }

    /// <summary>Whether queries can filter by it.</summary>
    public bool Filterable { get; init; }

    /// <summary>Whether queries can group by it.</summary>
    public bool Groupable { get; init; }

    /// <summary>Whether queries can sort by it.</summary>
    public bool Sortable { get; init; }

    /// <summary>Whether field-level security applies to it.</summary>
    public bool Permissionable { get; init; }

    /// <summary>Whether it is stored encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Whether it is no longer to be used.</summary>
    public bool DeprecatedAndHidden { get; init; }

    /// <summary>The help people read, or <see langword="null"/>.</summary>
    public string? InlineHelpText { get; init; }

    /// <summary>The type of the SOAP API, or <see langword="null"/>.</summary>
    public string? SoapType { get; init; }

    /// <summary>The default value; the type depends on the field.</summary>
    public JsonElement? DefaultValue { get; init; }

    /// <summary>Whether a new record must have it: it may not be empty, can be set, and Salesforce does not fill it.</summary>
    [JsonIgnore]
    public bool IsRequiredOnCreate => !Nillable && Createable && !DefaultedOnCreate;

    /// <summary>Whether upserts can look records up by it. Only if it is <see cref="Unique"/> too, one value surely means one record.</summary>
    [JsonIgnore]
    public bool IsUpsertKey => ExternalId || IdLookup;

    /// <summary>What this version does not know, by wire name.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; internal set; } = new Dictionary<string, JsonElement>();

    /// <summary>Name and type.</summary>
    public override string ToString() => $"{Name} ({Type})";
}
