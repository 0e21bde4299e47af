namespace Support.Sdk.Webex.Meetings;

/// <summary>Whose invitees to list.</summary>
public sealed record ListInviteesRequest
{
    /// <summary>The meeting: a series, an occurrence or an instance.</summary>
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Items per page, 1 to 100; the service takes 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Webinars only: panelists or attendees; both by default.</summary>
    public bool? Panelist { get; init; }

    /// <summary>MeetingId; nothing personal.</summary>
    public override string ToString() => $"ListInviteesRequest {{ MeetingId = {MeetingId}, Panelist = {Panelist} }}";
}
