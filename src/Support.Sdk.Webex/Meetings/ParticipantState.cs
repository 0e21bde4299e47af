using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Where a participant is.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<ParticipantState>))]
public readonly record struct ParticipantState : IWireValue<ParticipantState>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public ParticipantState(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>In the lobby.</summary>
    public static ParticipantState Lobby { get; } = new("lobby");

    /// <summary>In the meeting.</summary>
    public static ParticipantState Joined { get; } = new("joined");

    /// <summary>Left, or the meeting is over.</summary>
    public static ParticipantState End { get; } = new("end");

    /// <summary>In a breakout session.</summary>
    public static ParticipantState BreakoutSession { get; } = new("breakoutSession");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static ParticipantState IWireValue<ParticipantState>.Of(string value) => new(value);
}
