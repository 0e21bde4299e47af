namespace Support.Sdk.Webex.Meetings;

/// <summary>Somebody invited along with the creation of a meeting.</summary>
public sealed record MeetingInviteeEntry
{
    /// <summary>The e-mail address.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether this is a cohost; the service takes no by default.</summary>
    public bool? CoHost { get; init; }

    /// <summary>Webinars only: whether this is a panelist.</summary>
    public bool? Panelist { get; init; }

    /// <summary>CoHost, Panelist; nothing personal.</summary>
    public override string ToString() => $"MeetingInviteeEntry {{ CoHost = {CoHost}, Panelist = {Panelist} }}";
}
