using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

/// <summary>A meeting as a panel shows it now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Instant or scheduled.</param>
/// <param name="Status">Its status.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="HostEmail">Whose meeting it is.</param>
/// <param name="StartsAt">When it starts by plan (UTC).</param>
/// <param name="VisibleUntil">Until when it is shown at most (UTC).</param>
/// <param name="JoinLink">The link; <see langword="null"/> while it cannot be joined.</param>
/// <param name="JoinRefusal">Why it cannot be joined now; <see langword="null"/> when it can.</param>
public sealed record PanelMeeting(
    string Id,
    MeetingKind Kind,
    MeetingStatus Status,
    string Topic,
    string HostEmail,
    DateTimeOffset StartsAt,
    DateTimeOffset VisibleUntil,
    string? JoinLink,
    Refusal? JoinRefusal);
