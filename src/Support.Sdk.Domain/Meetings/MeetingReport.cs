namespace Support.Sdk.Meetings;

/// <summary>What a provider reports of a meeting. The set is closed.</summary>
public abstract record MeetingReport
{
    private protected MeetingReport(DateTimeOffset occurredAt) => OccurredAt = occurredAt.ToUniversalTime();

    /// <summary>When it happened at the provider (UTC); reports are weighed by it, not by their arrival.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>The meeting was started.</summary>
    /// <param name="OccurredAt">When (UTC).</param>
    public sealed record Started(DateTimeOffset OccurredAt) : MeetingReport(OccurredAt);

    /// <summary>The meeting ended.</summary>
    /// <param name="OccurredAt">When (UTC).</param>
    public sealed record Ended(DateTimeOffset OccurredAt) : MeetingReport(OccurredAt);

    /// <summary>Topic or time were changed at the provider.</summary>
    /// <param name="OccurredAt">When (UTC).</param>
    /// <param name="Topic">The topic now.</param>
    /// <param name="StartsAt">The start now (UTC).</param>
    /// <param name="Duration">The duration now; positive.</param>
    public sealed record Updated(DateTimeOffset OccurredAt, string Topic, DateTimeOffset StartsAt, TimeSpan Duration) : MeetingReport(OccurredAt);

    /// <summary>The meeting was deleted at the provider.</summary>
    /// <param name="OccurredAt">When (UTC).</param>
    /// <param name="Reply">The public reply that tells of it; always a draft first, for an agent has to decide what to tell.</param>
    /// <param name="ReplyText">Its text.</param>
    public sealed record Deleted(DateTimeOffset OccurredAt, ReplyPlan Reply, string ReplyText) : MeetingReport(OccurredAt);
}
