using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A chunk whose rows are being written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Number">The chunk's number, from 1.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Jobs">The jobs that write them; empty while none does.</param>
public sealed record OpenChunk(int Number, int Rows, ImmutableArray<ImportJob> Jobs)
{
    /// <summary>The steps of which something may have been written that no job of <see cref="Jobs"/> knows.</summary>
    public ImmutableArray<ImportStep> Begun { get; init; } = [];

    /// <summary>Whether something of a step may have been written.</summary>
    /// <param name="step">The step.</param>
    public bool HasBegun(ImportStep step) => Begun.Contains(step) || Jobs.Any(job => job.Step == step);

    /// <inheritdoc />
    public bool Equals(OpenChunk? other) => other is not null && Number == other.Number && Rows == other.Rows && Jobs.AsSpan().SequenceEqual(other.Jobs.AsSpan())
        && Begun.AsSpan().SequenceEqual(other.Begun.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Number, Rows, Jobs.Length, Begun.Length);
}
