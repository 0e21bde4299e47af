namespace Support.Sdk.Webex.Meetings;

/// <summary>How to delete a meeting.</summary>
public sealed record DeleteMeetingRequest
{
    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether the service mails host and invitees; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>SendEmail; nothing personal.</summary>
    public override string ToString() => $"DeleteMeetingRequest {{ SendEmail = {SendEmail} }}";
}
