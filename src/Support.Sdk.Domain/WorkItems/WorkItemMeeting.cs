namespace Support.Sdk.WorkItems;

/// <summary>The meeting that a comment tells of, for systems that keep meetings as records with a time, such as Salesforce's Events (MTG-12).</summary>
/// <param name="Id">The meeting's id, unique within its work item: up to 40 letters, digits and hyphens.</param>
/// <param name="Notice">What the comment tells of it.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="StartsAt">When it starts, or was started if that is known (UTC).</param>
/// <param name="EndsAt">When it ends, or ended if that is known (UTC); not before <paramref name="StartsAt"/>.</param>
/// <param name="JoinLink">The link for everybody; <see langword="null"/> when there is none.</param>
public sealed record WorkItemMeeting(string Id, MeetingNotice Notice, string Topic, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? JoinLink);
