namespace Support.Sdk.Webex.Meetings;

/// <summary>Several people to invite to a meeting.</summary>
public sealed record CreateInviteesRequest
{
    /// <summary>The meeting.</summary>
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The people: up to 100, each address once.</summary>
    public IReadOnlyList<InviteeEntry> Items { get; init => field = value ?? []; } = [];

    /// <summary>MeetingId and how many; nothing personal.</summary>
    public override string ToString() => $"CreateInviteesRequest {{ MeetingId = {MeetingId}, Items = {Items.Count} }}";
}
