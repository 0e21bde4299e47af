namespace Support.Sdk.Salesforce.Queries;

/// <summary>The name of an object, field or relationship that is known only at run time; nothing else can be made of it.</summary>
/// <remarks>Immutable and thread-safe. Letters, digits and underscores, parts joined by dots: <c>Email</c>, <c>My_Field__c</c>, <c>Account.Owner.Name</c>.</remarks>
public readonly record struct SoqlName
{
    private readonly string? _value;

    private SoqlName(string value) => _value = value;

    /// <summary>The name; empty for <see langword="default"/>, which no query takes.</summary>
    public string Value => _value ?? "";

    /// <summary>Checks a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">It is none: it could be more than a name.</exception>
    public static SoqlName Of(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.Split('.').All(IsName)
            ? new(name)
            : throw new ArgumentException($"'{name}' is no API name: letters, digits and underscores, beginning with a letter, parts joined by dots.", nameof(name));
    }

    /// <summary>Checks names; in a query they stand separated by commas.</summary>
    /// <param name="names">The names.</param>
    /// <exception cref="ArgumentException">One of them is none.</exception>
    public static IReadOnlyList<SoqlName> Of(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return [.. names.Select(Of)];
    }

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    private static bool IsName(string part) => part.Length > 0 && char.IsAsciiLetter(part[0]) && part.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
