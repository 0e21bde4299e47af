namespace Support.Sdk.Webex.Meetings;

/// <summary>How to read a meeting.</summary>
public sealed record GetMeetingRequest
{
    /// <summary>Of a series: whether to give the current occurrence instead.</summary>
    public bool? Current { get; init; }

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The password of a protected meeting the caller is not invited to. A secret: never log it.</summary>
    public string? Password { get; init; }

    /// <summary>IANA name of the time zone of the times in the answer; <c>UTC</c> by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>Current; nothing secret.</summary>
    public override string ToString() => $"GetMeetingRequest {{ Current = {Current} }}";
}
