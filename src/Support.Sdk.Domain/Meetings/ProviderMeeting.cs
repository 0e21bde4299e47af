namespace Support.Sdk.Meetings;

/// <summary>A meeting as its provider shows it now.</summary>
/// <param name="ProviderId">The provider's id.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="StartsAt">When it starts or started by plan (UTC).</param>
/// <param name="Duration">Its planned duration.</param>
/// <param name="State">How it stands.</param>
/// <param name="JoinLink">The link for everybody; <see langword="null"/> when the provider shows none.</param>
/// <param name="StartedAt">When it was really started (UTC); <see langword="null"/> when unknown.</param>
/// <param name="EndedAt">When it really ended (UTC); <see langword="null"/> when unknown.</param>
/// <param name="HostEmail">The host's e-mail address; <see langword="null"/> when the provider shows none.</param>
public sealed record ProviderMeeting(
    string ProviderId,
    string Topic,
    DateTimeOffset StartsAt,
    TimeSpan Duration,
    ProviderMeetingState State,
    string? JoinLink = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null,
    string? HostEmail = null);
