using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A field of an object, as a describe says it to the user who asked (Salesforce fact sheet, section 5). The defaults are those of an ordinary text field.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Name">The API name, such as <c>LastName</c>.</param>
/// <param name="Type">The type.</param>
public sealed record TargetField(string Name, TargetFieldType Type)
{
    /// <summary>The name that people read.</summary>
    public string Label { get; init; } = Name;

    /// <summary>The most characters that the field holds; 0 where the type has no length.</summary>
    public int Length { get; init; }

    /// <summary>Whether the field may be empty.</summary>
    public bool IsNillable { get; init; } = true;

    /// <summary>Whether new records may be given a value.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether existing records may be given a value.</summary>
    public bool IsUpdateable { get; init; } = true;

    /// <summary>Whether Salesforce fills the field itself when a new record has no value for it.</summary>
    public bool IsDefaultedOnCreate { get; init; }

    /// <summary>Whether Salesforce keeps the values unique.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether unique values differ by case.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Whether the field is an external id.</summary>
    public bool IsExternalId { get; init; }

    /// <summary>Whether Salesforce looks records up by the field, as by <c>Email</c>.</summary>
    public bool IsIdLookup { get; init; }

    /// <summary>Whether only the values of the list are taken.</summary>
    public bool IsRestrictedPicklist { get; init; }

    /// <summary>The values of the list, in their order.</summary>
    public ImmutableArray<TargetPicklistValue> PicklistValues { get; init; } = [];

    /// <summary>Whether a new record needs a value: neither empty nor filled by Salesforce.</summary>
    public bool IsRequired => IsCreateable && !IsNillable && !IsDefaultedOnCreate && Type != TargetFieldType.Boolean;
}
