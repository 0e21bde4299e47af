namespace Support.Sdk.Benchmarks.Imports;

/// <summary>What an import took of its process' memory, over what the process has when it is idle; in bytes.</summary>
/// <param name="Rows">How many rows were imported.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="HeapIdle">The managed heap before, after a full collection.</param>
/// <param name="HeapPeak">The largest managed heap that was seen, garbage that waits for collection included.</param>
/// <param name="LivePeak">The largest managed heap that was seen just after a collection.</param>
/// <param name="WorkingSetIdle">The working set before.</param>
/// <param name="WorkingSetPeak">The largest working set that was seen.</param>
internal sealed record MemoryFigures(long Rows, double Seconds, long HeapIdle, long HeapPeak, long LivePeak, long WorkingSetIdle, long WorkingSetPeak);
