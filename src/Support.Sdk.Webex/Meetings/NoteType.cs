using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Who may take notes.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<NoteType>))]
public readonly record struct NoteType : IWireValue<NoteType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public NoteType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Everybody.</summary>
    public static NoteType AllowAll { get; } = new("allowAll");

    /// <summary>One note taker.</summary>
    public static NoteType AllowOne { get; } = new("allowOne");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static NoteType IWireValue<NoteType>.Of(string value) => new(value);
}
