using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.People;

/// <summary>What kind of account a person is.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<PersonType>))]
public readonly record struct PersonType : IWireValue<PersonType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public PersonType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A human.</summary>
    public static PersonType Person { get; } = new("person");

    /// <summary>A bot.</summary>
    public static PersonType Bot { get; } = new("bot");

    /// <summary>A guest of an application.</summary>
    public static PersonType AppUser { get; } = new("appuser");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static PersonType IWireValue<PersonType>.Of(string value) => new(value);
}
