using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

/// <summary>What a meeting is to be.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="StartsAt">When it starts (UTC); for an instant meeting when it was asked for.</param>
/// <param name="Duration">How long it is to last; for an instant meeting how long it stays visible: one hour (MTG-08).</param>
/// <param name="TimeZone">The IANA time zone in which people talk about it, such as <c>Europe/Paris</c>.</param>
/// <param name="OpensAt">From when it can be started and joined (UTC).</param>
/// <param name="Invitees">E-mail addresses that the provider invites itself; may be empty.</param>
public sealed record MeetingPlan(
    string Topic,
    DateTimeOffset StartsAt,
    TimeSpan Duration,
    string TimeZone,
    DateTimeOffset OpensAt,
    IReadOnlyList<string> Invitees)
{
    /// <summary>When it is to end (UTC).</summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt => StartsAt + Duration;
}
