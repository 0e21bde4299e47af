namespace Support.Sdk.Webex.Meetings;

/// <summary>An invitee as it is to be.</summary>
public sealed record UpdateInviteeRequest
{
    /// <summary>The e-mail address.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether this is a cohost.</summary>
    public bool? CoHost { get; init; }

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether the service mails the invitee; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Webinars only: whether this is a panelist.</summary>
    public bool? Panelist { get; init; }

    /// <summary>CoHost, Panelist; nothing personal.</summary>
    public override string ToString() => $"UpdateInviteeRequest {{ CoHost = {CoHost}, Panelist = {Panelist} }}";
}
