namespace Support.Sdk.Webex.Meetings;

/// <summary>A device a participant used.</summary>
public sealed record ParticipantDevice
{
    /// <summary>Its id during the meeting.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What it is, such as <c>webex_meeting_center_mac</c>.</summary>
    public string? DeviceType { get; init; }

    /// <summary><c>pstn</c>, <c>voip</c> or <c>inactive</c>.</summary>
    public string? AudioType { get; init; }

    /// <summary>When it joined.</summary>
    public DateTimeOffset? JoinedTime { get; init; }

    /// <summary>When it left.</summary>
    public DateTimeOffset? LeftTime { get; init; }

    /// <summary>How long it was there, in seconds.</summary>
    public int? DurationSecond { get; init; }

    /// <summary><c>callIn</c> or <c>callBack</c>.</summary>
    public string? CallType { get; init; }

    /// <summary>The telephone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>DeviceType, CallType; nothing personal.</summary>
    public override string ToString() => $"ParticipantDevice {{ DeviceType = {DeviceType}, CallType = {CallType} }}";
}
