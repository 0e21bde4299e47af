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

    /// <summary>The effect that this commit reports the outcome of: removed in the same transaction, whoever leases it; one that is no longer stored is no hindrance. <see langword="null"/> when there is none.</summary>
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

    /// <summary>Checks what can be wrong with a commit in itself. Stores call it before they open a transaction.</summary>
    /// <exception cref="ArgumentException">
    /// There is no stream, no event or no actor; the expected version is negative; a claim or an index entry is empty; an effect belongs to another stream or to none
    /// of the events, or is there twice; or the lease of the effects has no owner.
    /// </exception>
    public void Validate()
    {
        Require(Stream != default, nameof(Stream), "names no stream; make one with StreamId.Create");
        Require(ExpectedVersion >= 0, nameof(ExpectedVersion), "is negative; it is 0 for a stream that does not exist yet");
        Require(Events is { Count: > 0 }, nameof(Events), "is empty; a decision without events needs no commit");
        Require(!string.IsNullOrEmpty(ActorId), nameof(ActorId), "is empty; say who caused the events");
        Require(CorrelationId is not null, nameof(CorrelationId), "is null; leave it empty");
        Require(Effects is not null, nameof(Effects), "is null; leave it empty");
        Require(Claims is not null && !Claims.Any(string.IsNullOrEmpty), nameof(Claims), "is null or has an empty claim");
        Require(Index is not null && !Index.Any(entry => string.IsNullOrEmpty(entry.Name) || entry.Value is null), nameof(Index), "is null or has an entry without name or value");
        Require(EffectLease is null || !string.IsNullOrEmpty(EffectLease.Value.Owner), nameof(EffectLease), "has no owner");
        for (var i = 0; i < Effects!.Count; i++)
        {
            var id = Effects[i].Id;
            Require(id.Stream == Stream, nameof(Effects), $"has '{id}', which belongs to another stream");
            Require(id.Version > ExpectedVersion && id.Version <= ExpectedVersion + Events!.Count && id.Ordinal >= 0, nameof(Effects), $"has '{id}', which belongs to none of the events");
            for (var j = 0; j < i; j++)
            {
                Require(Effects[j].Id != id, nameof(Effects), $"has '{id}' twice");
            }
        }
    }

    private static void Require(bool condition, string member, string problem)
    {
        if (!condition)
        {
            throw new ArgumentException($"{member} of the commit {problem}.", "commit");
        }
    }
}
