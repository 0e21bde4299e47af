using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>What is heard when somebody comes or goes.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<EntryAndExitTone>))]
public readonly record struct EntryAndExitTone : IWireValue<EntryAndExitTone>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public EntryAndExitTone(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A beep.</summary>
    public static EntryAndExitTone Beep { get; } = new("beep");

    /// <summary>The name.</summary>
    public static EntryAndExitTone AnnounceName { get; } = new("announceName");

    /// <summary>Nothing.</summary>
    public static EntryAndExitTone NoTone { get; } = new("noTone");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static EntryAndExitTone IWireValue<EntryAndExitTone>.Of(string value) => new(value);
}
