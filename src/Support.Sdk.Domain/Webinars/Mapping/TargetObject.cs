using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.Webinars;

/// <summary>An object into which participants are imported, as its describe says it to the user who imports: fields that this user may not see are missing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TargetObject
{
    private readonly FrozenDictionary<string, TargetField> _byName;

    /// <summary>Creates an object.</summary>
    /// <param name="name">The API name, such as <c>Contact</c> or <c>Visitor__c</c>.</param>
    /// <param name="fields">The fields.</param>
    /// <exception cref="ArgumentException">The name is empty, or two fields have the same name, whatever the case.</exception>
    public TargetObject(string name, IEnumerable<TargetField> fields)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(fields);
        Name = name;
        Fields = [.. fields];
        _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The API name.</summary>
    public string Name { get; }

    /// <summary>The fields, in the describe's order.</summary>
    public ImmutableArray<TargetField> Fields { get; }

    /// <summary>Whether the object is the organisation's own, not Salesforce's.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Whether the user may create records.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether the user may change records.</summary>
    public bool IsUpdateable { get; init; } = true;

    /// <summary>Finds a field.</summary>
    /// <param name="name">The API name, whatever the case.</param>
    /// <param name="field">The field, or <see langword="null"/>.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out TargetField? field)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out field);
    }

    /// <summary>The API name.</summary>
    public override string ToString() => Name;
}
