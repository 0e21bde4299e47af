namespace Support.Sdk.Meetings;

/// <summary>How to get into a meeting that the provider made.</summary>
/// <param name="ProviderId">The provider's id of the meeting; <see langword="null"/> for an instant one, which is held in the host's Personal Room.</param>
/// <param name="JoinLink">The link for everybody.</param>
/// <param name="Number">The number to dial or type; <see langword="null"/> when there is none.</param>
/// <param name="Password">The password that the public reply may tell; <see langword="null"/> when there is none.</param>
public sealed record MeetingAccess(string? ProviderId, string JoinLink, string? Number = null, string? Password = null)
{
    /// <summary>The members as text, the password masked.</summary>
    public override string ToString() =>
        $"{nameof(MeetingAccess)} {{ ProviderId = {ProviderId}, JoinLink = {JoinLink}, Number = {Number}, Password = {(Password is null ? "" : "***")} }}";
}
