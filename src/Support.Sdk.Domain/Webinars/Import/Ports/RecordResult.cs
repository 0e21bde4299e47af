using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What became of one row of a <see cref="RecordBatch"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Index">The row, from 0.</param>
/// <param name="RecordId">The record; <see langword="null"/> when it was not written.</param>
/// <param name="Errors">Why it was not written; empty when it was.</param>
public readonly record struct RecordResult(int Index, string? RecordId, ImmutableArray<RecordError> Errors)
{
    /// <summary>Whether the record was written.</summary>
    public bool IsWritten => RecordId is not null && Errors.IsDefaultOrEmpty;
}
