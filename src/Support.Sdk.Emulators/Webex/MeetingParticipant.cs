namespace Support.Sdk.Emulators.Webex;

/// <summary>Someone who came to a meeting.</summary>
internal sealed class MeetingParticipant
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public WebexUser? User { get; init; }

    public bool Host { get; init; }

    public bool CoHost { get; init; }

    public bool Invitee { get; init; }

    public DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    public bool InLobby { get; set; }

    public string State => LeftAt is not null ? "end" : InLobby ? "lobby" : "joined";
}
