namespace Support.Sdk.Benchmarks.Imports;

/// <summary>What an import came to.</summary>
internal sealed record ImportOutcome(int Inserted, int Updated, int Skipped, int Invalid, int Failed)
{
    public override string ToString() => $"{Inserted} inserted, {Updated} updated, {Skipped} skipped, {Invalid} invalid, {Failed} failed";
}
