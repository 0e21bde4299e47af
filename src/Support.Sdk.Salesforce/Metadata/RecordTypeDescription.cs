using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>A record type of an object.</summary>
public sealed record RecordTypeDescription
{
    /// <summary>The id, for the field <c>RecordTypeId</c>.</summary>
    public string? RecordTypeId { get; init; }

    /// <summary>What people read.</summary>
    public string? Name { get; init; }

    /// <summary>The API name.</summary>
    public string? DeveloperName { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool Active { get; init; }

    /// <summary>Whether the user may use it.</summary>
    public bool Available { get; init; }

    /// <summary>Whether it is the user's default.</summary>
    public bool DefaultRecordTypeMapping { get; init; }

    /// <summary>Whether it is the one every object has.</summary>
    public bool Master { get; init; }

    /// <summary>The API name.</summary>
    public override string ToString() => DeveloperName ?? Name ?? "";
}
