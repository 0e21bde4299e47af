namespace Support.Sdk.Webex.Meetings;

/// <summary>Whom to let into which meeting: exactly one of id, number and link names it.</summary>
/// <remarks>Fact sheet, section 3.6.</remarks>
public sealed record JoinMeetingRequest
{
    /// <summary>By id.</summary>
    public string? MeetingId { get; init; }

    /// <summary>By number.</summary>
    public string? MeetingNumber { get; init; }

    /// <summary>By link.</summary>
    public string? WebLink { get; init; }

    /// <summary>The e-mail address of who joins; without it the token's owner shows.</summary>
    public string? Email { get; init; }

    /// <summary>The name of who joins; without it the token's owner shows.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The meeting's password. A secret: never log it.</summary>
    public string? Password { get; init; }

    /// <summary>How long the links work, 1 to 60 minutes.</summary>
    public int? ExpirationMinutes { get; init; }

    /// <summary>Of a webinar with registration.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Whose meeting; needs administrator scopes, and service apps must give it.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether the join link demands a sign-in.</summary>
    public bool? CreateJoinLinkAsWebLink { get; init; }

    /// <summary>Whether the start link demands a sign-in.</summary>
    public bool? CreateStartLinkAsWebLink { get; init; }

    /// <summary>MeetingId; nothing secret.</summary>
    public override string ToString() => $"JoinMeetingRequest {{ MeetingId = {MeetingId} }}";

    /// <summary>Always <see langword="false"/>: otherwise the service answers with a redirect instead of the links.</summary>
    public bool JoinDirectly => false;
}
