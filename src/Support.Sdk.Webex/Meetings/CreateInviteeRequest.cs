namespace Support.Sdk.Webex.Meetings;

/// <summary>Whom to invite to a meeting.</summary>
public sealed record CreateInviteeRequest
{
    /// <summary>The meeting.</summary>
    public string MeetingId { get; init => field = value ?? ""; } = "";

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

    /// <summary>MeetingId; nothing personal.</summary>
    public override string ToString() => $"CreateInviteeRequest {{ MeetingId = {MeetingId}, CoHost = {CoHost}, Panelist = {Panelist} }}";
}
