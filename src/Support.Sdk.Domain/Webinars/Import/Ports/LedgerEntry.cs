namespace Support.Sdk.Webinars;

/// <summary>A record that was imported for a webinar.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Scope">For what.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Import">The import that wrote it last.</param>
/// <param name="Row">The number of its row in that import.</param>
/// <param name="At">When (UTC), to the precision of 100 ns.</param>
public sealed record LedgerEntry(LedgerScope Scope, string RecordId, string Import, long Row, DateTimeOffset At);
