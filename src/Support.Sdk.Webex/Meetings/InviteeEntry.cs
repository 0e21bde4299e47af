namespace Support.Sdk.Webex.Meetings;

/// <summary>One of several people to invite.</summary>
public sealed record InviteeEntry
{
    /// <summary>The e-mail address.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether this is a cohost.</summary>
    public bool? CoHost { get; init; }

    /// <summary>Whether the service mails the invitee; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Webinars only: whether this is a panelist.</summary>
    public bool? Panelist { get; init; }

    /// <summary>CoHost, Panelist; nothing personal.</summary>
    public override string ToString() => $"InviteeEntry {{ CoHost = {CoHost}, Panelist = {Panelist} }}";
}
