using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>An object with its fields, as the calling user sees it: fields hidden from the user are missing, not marked (fact sheet 5).</summary>
public sealed record SObjectDescription
{
    /// <summary>The API name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What people read for one, in the user's language.</summary>
    public string Label { get; init; } = "";

    /// <summary>What people read for several.</summary>
    public string? LabelPlural { get; init; }

    /// <summary>With which ids of its records begin, such as <c>003</c>; <see langword="null"/> when it has none.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>Whether the org added it.</summary>
    public bool Custom { get; init; }

    /// <summary>Whether it is a custom setting.</summary>
    public bool CustomSetting { get; init; }

    /// <summary>Whether the user may create records.</summary>
    public bool Createable { get; init; }

    /// <summary>Whether the user may change records.</summary>
    public bool Updateable { get; init; }

    /// <summary>Whether the user may delete records.</summary>
    public bool Deletable { get; init; }

    /// <summary>Whether it can be queried.</summary>
    public bool Queryable { get; init; }

    /// <summary>Whether records can be read by id.</summary>
    public bool Retrieveable { get; init; }

    /// <summary>Whether it can be searched.</summary>
    public bool Searchable { get; init; }

    /// <summary>Whether it is no longer to be used.</summary>
    public bool DeprecatedAndHidden { get; init; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<FieldDescription> Fields { get; init; } = [];

    /// <summary>The record types.</summary>
    public IReadOnlyList<RecordTypeDescription> RecordTypeInfos { get; init; } = [];

    /// <summary>From where other records refer here.</summary>
    public IReadOnlyList<ChildRelationship> ChildRelationships { get; init; } = [];

    /// <summary>What this version does not know, by wire name.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; internal set; } = new Dictionary<string, JsonElement>();

    /// <summary>The field with an API name, upper and lower case being the same; <see langword="null"/> when the user sees none.</summary>
    /// <param name="name">The API name.</param>
    public FieldDescription? FindField(string name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The API name.</summary>
    public override string ToString() => Name;
}
