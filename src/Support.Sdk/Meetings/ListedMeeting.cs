namespace Support.Sdk.Meetings;

/// <summary>A meeting in a host's list (MTG-13).</summary>
/// <param name="Meeting">The meeting as the provider shows it.</param>
/// <param name="IsPast">Whether it is over, by its planned end or by the provider's word.</param>
public sealed record ListedMeeting(ProviderMeeting Meeting, bool IsPast);
