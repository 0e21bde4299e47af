namespace Support.Sdk.Meetings;

/// <summary>A meeting after an action, and the public reply that the action produced.</summary>
/// <param name="Meeting">
/// The meeting. Its status tells how far the action got: <see cref="MeetingStatus.Requested"/> or <see cref="MeetingStatus.Cancelling"/> while the provider
/// cannot be reached, <see cref="MeetingStatus.Failed"/> when it refused.
/// </param>
/// <param name="Reply">The public reply; <see langword="null"/> as long as there is none.</param>
public sealed record MeetingResult(Meeting Meeting, Reply? Reply);
