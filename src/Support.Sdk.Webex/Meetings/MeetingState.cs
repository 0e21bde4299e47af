using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>How a meeting stands.</summary>
/// <remarks>Source: fact sheet, section 3.2. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<MeetingState>))]
public readonly record struct MeetingState : IWireValue<MeetingState>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public MeetingState(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Series: occurrences are still to come.</summary>
    public static MeetingState Active { get; } = new("active");

    /// <summary>Occurrence: in the future.</summary>
    public static MeetingState Scheduled { get; } = new("scheduled");

    /// <summary>Occurrence: can be started or joined now.</summary>
    public static MeetingState Ready { get; } = new("ready");

    /// <summary>Instance: people wait and no host is there.</summary>
    public static MeetingState Lobby { get; } = new("lobby");

    /// <summary>Series or instance: an instance runs (series: or somebody waits in the lobby).</summary>
    public static MeetingState InProgress { get; } = new("inProgress");

    /// <summary>Occurrence or instance: was started and is over.</summary>
    public static MeetingState Ended { get; } = new("ended");

    /// <summary>Occurrence: its time passed and it was never started.</summary>
    public static MeetingState Missed { get; } = new("missed");

    /// <summary>Series: all occurrences have passed.</summary>
    public static MeetingState Expired { get; } = new("expired");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static MeetingState IWireValue<MeetingState>.Of(string value) => new(value);
}
