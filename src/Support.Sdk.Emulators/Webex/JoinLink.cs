namespace Support.Sdk.Emulators.Webex;

/// <summary>What a link of <c>POST /meetings/join</c> stands for.</summary>
internal sealed record JoinLink(MeetingSeries Series, string Email, string DisplayName, DateTimeOffset ExpiresAt, bool Starts);
