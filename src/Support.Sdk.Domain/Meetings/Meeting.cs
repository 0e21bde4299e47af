using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

/// <summary>One meeting of a work item.</summary>
/// <remarks>Immutable. What a step of its life changes is kept apart from what it was meant to be, so that a step copies little.</remarks>
public sealed record Meeting
{
    /// <summary>Its id, given by the caller; the provider knows it as the meeting's tag.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is instant or scheduled.</summary>
    public required MeetingKind Kind { get; init; }

    /// <summary>Its status.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>Whose meeting it is.</summary>
    public required MeetingHost Host { get; init; }

    /// <summary>What it is to be.</summary>
    public required MeetingPlan Plan { get; init; }

    /// <summary>The reply that its making, or its cancellation, is to produce.</summary>
    public required ReplyPlan ReplyPlan { get; init; }

    /// <summary>How to get in; <see langword="null"/> until the provider made it.</summary>
    public MeetingAccess? Access { get; init; }

    /// <summary>When it was started and ended, and why it failed; <see langword="null"/> until one of these is known.</summary>
    public MeetingCourse? Course { get; init; }

    /// <summary>Until when it is visible and can be joined (UTC); exactly then it is gone (MTG-08).</summary>
    /// <remarks>
    /// An instant meeting: one hour after it was asked for. A scheduled one: its duration, counted from its start, or from the moment when it was really
    /// started if that was later.
    /// </remarks>
    [JsonIgnore]
    public DateTimeOffset VisibleUntil
    {
        get
        {
            var plannedEnd = Plan.EndsAt;
            return Kind == MeetingKind.Scheduled && Course?.StartedAt + Plan.Duration is { } end && end > plannedEnd ? end : plannedEnd;
        }
    }

    /// <summary>Whether it takes the one place for a scheduled meeting (MTG-05).</summary>
    [JsonIgnore]
    public bool OccupiesSchedule =>
        Kind == MeetingKind.Scheduled && IsOpen;

    /// <summary>Whether something is still to come: it is being made, is to be held, is held, or is being cancelled.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is MeetingStatus.Requested or MeetingStatus.Scheduled or MeetingStatus.Live or MeetingStatus.Cancelling;
}
