namespace Support.Sdk.Benchmarks.Imports;

/// <summary>What an import came to, in rows.</summary>
internal sealed record ImportTally(long Inserted, long Updated, long Skipped, long Invalid, long Failed);
