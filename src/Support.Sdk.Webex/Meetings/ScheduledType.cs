using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>What is scheduled.</summary>
/// <remarks>Source: fact sheet, section 3.4. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<ScheduledType>))]
public readonly record struct ScheduledType : IWireValue<ScheduledType>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public ScheduledType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>An ordinary meeting.</summary>
    public static ScheduledType Meeting { get; } = new("meeting");

    /// <summary>A webinar.</summary>
    public static ScheduledType Webinar { get; } = new("webinar");

    /// <summary>A meeting in the host's Personal Room.</summary>
    public static ScheduledType PersonalRoomMeeting { get; } = new("personalRoomMeeting");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static ScheduledType IWireValue<ScheduledType>.Of(string value) => new(value);
}
