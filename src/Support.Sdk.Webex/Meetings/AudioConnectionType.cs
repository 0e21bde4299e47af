using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>How people connect to audio.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<AudioConnectionType>))]
public readonly record struct AudioConnectionType : IWireValue<AudioConnectionType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public AudioConnectionType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Webex Audio.</summary>
    public static AudioConnectionType WebexAudio { get; } = new("webexAudio");

    /// <summary>Computer audio only.</summary>
    public static AudioConnectionType VoIP { get; } = new("VoIP");

    /// <summary>Another teleconference service.</summary>
    public static AudioConnectionType Other { get; } = new("other");

    /// <summary>No audio.</summary>
    public static AudioConnectionType None { get; } = new("none");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static AudioConnectionType IWireValue<AudioConnectionType>.Of(string value) => new(value);
}
