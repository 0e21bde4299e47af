using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>A relationship from other records to those of an object.</summary>
public sealed record ChildRelationship
{
    /// <summary>The object the others are.</summary>
    public string? ChildSObject { get; init; }

    /// <summary>Their field that refers here.</summary>
    public string? Field { get; init; }

    /// <summary>By which name subqueries follow it; <see langword="null"/> when they cannot.</summary>
    public string? RelationshipName { get; init; }

    /// <summary>Whether they are deleted with the record.</summary>
    public bool CascadeDelete { get; init; }

    /// <summary>The relationship.</summary>
    public override string ToString() => $"{ChildSObject}.{Field}";
}
