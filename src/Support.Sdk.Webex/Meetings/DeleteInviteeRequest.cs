namespace Support.Sdk.Webex.Meetings;

/// <summary>How to remove an invitee.</summary>
public sealed record DeleteInviteeRequest
{
    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether the service mails the invitee; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>SendEmail; nothing personal.</summary>
    public override string ToString() => $"DeleteInviteeRequest {{ SendEmail = {SendEmail} }}";
}
