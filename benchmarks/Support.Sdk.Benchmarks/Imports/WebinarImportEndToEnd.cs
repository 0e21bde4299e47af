using System.Diagnostics;
using System.Globalization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// From the first page of registrants to the last result, against emulators in this process: the program written by hand and the SDK's importer, one after the other, each on an
/// org of its own that began alike, for several rounds. What it costs to fill the orgs is not measured; what the emulators work is, for both.
/// </summary>
internal static class WebinarImportEndToEnd
{
    public const string Name = nameof(WebinarImportEndToEnd);

    public static async Task RunAsync(int rows, int rounds, TextWriter output, CancellationToken cancellationToken = default)
    {
        output.WriteLine($"// {Name}: {rows} rows, {rounds} rounds");
        for (var round = 1; round <= rounds; round++)
        {
            await using var vendors = await EmulatedVendors.StartAsync(rows, cancellationToken);
            using var program = new HandWrittenImport(vendors.Addresses);
            var start = Stopwatch.GetTimestamp();
            var outcome = await program.RunAsync(cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            var parts = program.Parts;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round}  by hand {elapsed.TotalSeconds:F2} s (read {parts.Read.TotalSeconds:F2}, map {parts.Map.TotalSeconds:F2}, look up {parts.LookUp.TotalSeconds:F2}, write {parts.Write.TotalSeconds:F2})  {outcome}"));
        }
    }
}
