using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

/// <summary>Everything that one decision changes; a store commits it whole or not at all.</summary>
public sealed record StreamCommit
{
    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version on which the decision was based; 0 for a stream that does not exist yet.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The events, at least one, in the order in which they happened; they get the versions after <see cref="ExpectedVersion"/>.</summary>
    public required IReadOnlyList<NewEvent> Events { get; init; }

    /// <summary>The state after them.</summary>
    public required StoredSnapshot Snapshot { get; init; }

    /// <summary>When the machine must be asked next what time has made happen (UTC); <see langword="null"/> when never. Replaces the former one and ends its lease.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The effects to run.</summary>
    public IReadOnlyList<NewEffect> Effects { get; init; } = [];

    /// <summary>The lease under which the new effects start, when the committing process will run them itself at once; <see langword="null"/> when any worker may take them.</summary>
    public Lease? EffectLease { get; init; }

    /// <summary>The effect that this commit reports the outcome of: completed in the same transaction; <see langword="null"/> when there is none.</summary>
    public EffectId? CompletesEffect { get; init; }

    /// <summary>What must be unique across all streams, such as <c>pin/482913</c>: the whole set that the stream holds from now on.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The facts by which the stream is found: the whole set from now on.</summary>
    public IReadOnlyList<IndexEntry> Index { get; init; } = [];

    /// <summary>Who caused the events.</summary>
    public required string ActorId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Ties together what one cause made happen; may be empty.</summary>
    public string CorrelationId { get; init; } = "";
}
