using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>A value of a picklist.</summary>
public sealed record PicklistValue
{
    /// <summary>What is stored.</summary>
    public string Value { get; init; } = "";

    /// <summary>What people read, in the user's language.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it can be chosen.</summary>
    public bool Active { get; init; }

    /// <summary>Whether it is chosen unless another is.</summary>
    public bool DefaultValue { get; init; }

    /// <summary>For dependent picklists: a Base64 bit field over the values of the controlling field; otherwise <see langword="null"/>.</summary>
    public string? ValidFor { get; init; }

    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
