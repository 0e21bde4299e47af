using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Who pays for a call-in number.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<TollType>))]
public readonly record struct TollType : IWireValue<TollType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public TollType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The caller.</summary>
    public static TollType Toll { get; } = new("toll");

    /// <summary>The host's organisation.</summary>
    public static TollType TollFree { get; } = new("tollFree");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static TollType IWireValue<TollType>.Of(string value) => new(value);
}
