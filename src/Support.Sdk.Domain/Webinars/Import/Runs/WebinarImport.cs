using System.Collections.Immutable;
using Support.Sdk.Failures;

namespace Support.Sdk.Webinars;

/// <summary>An import of a webinar's participants, from its start to its end (WBN-11).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record WebinarImport
{
    /// <summary>The import's id.</summary>
    public required string Id { get; init; }

    /// <summary>What is imported.</summary>
    public required ImportOrder Order { get; init; }

    /// <summary>How far it is.</summary>
    public ImportStatus Status { get; init; }

    /// <summary>Which run of the import this is, from 1: each resumption is another.</summary>
    public int Run { get; init; }

    /// <summary>Which attempt of a run has a say, from 1, over all runs: each host that takes the import over begins another. 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>The number of the newest chunk; 0 when there is none.</summary>
    public int LastChunk { get; init; }

    /// <summary>The chunks that are being written.</summary>
    public ImmutableArray<OpenChunk> OpenChunks { get; init; } = [];

    /// <summary>What became of the rows that are over with.</summary>
    public ImportCounts Counts { get; init; } = new();

    /// <summary>How much is different from the confirmed plan.</summary>
    public long DriftCount { get; init; }

    /// <summary>Some of what is different, <see cref="MaximumDrifts"/> at most.</summary>
    public ImmutableArray<ImportDrift> Drifts { get; init; } = [];

    /// <summary>In which status it was stopped, and in which it goes on; <see langword="null"/> unless it is <see cref="ImportStatus.Stopped"/>.</summary>
    public ImportStatus? StoppedIn { get; init; }

    /// <summary>Why it was stopped or interrupted last, without secrets; <see langword="null"/> when it never was.</summary>
    public string? Fault { get; init; }

    /// <summary>What the last fault means; <see langword="null"/> when there was none.</summary>
    public FailureKind? FaultKind { get; init; }

    /// <summary>Who started it.</summary>
    public string StartedBy { get; init; } = "";

    /// <summary>When it was started (UTC).</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended (UTC); <see langword="null"/> before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many drifts <see cref="Drifts"/> names at most.</summary>
    public const int MaximumDrifts = 100;

    /// <summary>Whether it has ended for good.</summary>
    public bool IsOver => Status is ImportStatus.Completed or ImportStatus.Cancelled;

    /// <summary>How many rows were prepared so far: those that are over with and those that are being written.</summary>
    public long PreparedRows => Counts.Rows + OpenChunks.Sum(static chunk => chunk.Rows);

    /// <summary>Id and status, for logs.</summary>
    public override string ToString() => $"{Id}: {Status}";
}
