using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Which of the three kinds of object a meeting is.</summary>
/// <remarks>Source: fact sheet, section 3.1. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<MeetingType>))]
public readonly record struct MeetingType : IWireValue<MeetingType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public MeetingType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The container of all occurrences; every meeting that is created, a single one too.</summary>
    public static MeetingType MeetingSeries { get; } = new("meetingSeries");

    /// <summary>One occurrence.</summary>
    public static MeetingType ScheduledMeeting { get; } = new("scheduledMeeting");

    /// <summary>An instance: in progress or ended.</summary>
    public static MeetingType Meeting { get; } = new("meeting");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static MeetingType IWireValue<MeetingType>.Of(string value) => new(value);
}
