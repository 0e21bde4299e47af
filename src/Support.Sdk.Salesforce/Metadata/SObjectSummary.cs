using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>An object, as the list of all objects has it.</summary>
public sealed record SObjectSummary
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

    /// <summary>What this version does not know, by wire name.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; internal set; } = new Dictionary<string, JsonElement>();

    /// <summary>The API name.</summary>
    public override string ToString() => Name;
}
