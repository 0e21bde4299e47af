using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// From the first page of registrants to the last result: the program written by hand and the SDK's importer in turn, each on an org of its own that began alike. After each round
/// both orgs must hold the same contacts. What it takes to fill the orgs is not measured; what the emulators work is, for both.
/// </summary>
internal static class WebinarImportEndToEnd
{
    public const string Name = nameof(WebinarImportEndToEnd);

    /// <summary>Runs the rounds, after one of a few rows that does not count, and tells their figures.</summary>
    /// <returns>The ratio of the medians, ours over by hand.</returns>
    /// <exception cref="InvalidOperationException">The two did not come to the same.</exception>
    public static async Task<double> RunAsync(int rows, int rounds, TextWriter output, TimeSpan away = default, CancellationToken cancellationToken = default)
    {
        await RoundAsync(int.Min(rows, 5_000), away, oursFirst: false, TextWriter.Null, cancellationToken);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {Name}: {rows} rows, {rounds} rounds, vendors {away.TotalMilliseconds} ms away"));
        var (byHand, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var (theirTime, ourTime) = await RoundAsync(rows, away, oursFirst: round % 2 == 1, output, cancellationToken);
            byHand.Add(theirTime.TotalSeconds);
            ours.Add(ourTime.TotalSeconds);
        }

        var ratio = Median(ours) / Median(byHand);
        output.WriteLine("| rows | by hand, s | SDK, s | ratio of medians | ratio of minima |");
        output.WriteLine("|---|---|---|---|---|");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows:N0} | {Median(byHand):F2} | {Median(ours):F2} | {ratio:F2} | {ours.Min() / byHand.Min():F2} |"));
        return ratio;
    }

    private static async Task<(TimeSpan ByHand, TimeSpan Ours)> RoundAsync(int rows, TimeSpan away, bool oursFirst, TextWriter output, CancellationToken cancellationToken)
    {
        (TimeSpan Time, string State) byHand, ours;
        if (oursFirst)
        {
            ours = await OursAsync(rows, away, output, cancellationToken);
            byHand = await ByHandAsync(rows, away, output, cancellationToken);
        }
        else
        {
            byHand = await ByHandAsync(rows, away, output, cancellationToken);
            ours = await OursAsync(rows, away, output, cancellationToken);
        }

        return byHand.State == ours.State
            ? (byHand.Time, ours.Time)
            : throw new InvalidOperationException("The two programs left different contacts: their times cannot be compared.");
    }

    private static async Task<(TimeSpan Time, string State)> ByHandAsync(int rows, TimeSpan away, TextWriter output, CancellationToken cancellationToken)
    {
        await using var vendors = await EmulatedVendors.StartAsync(rows, away, cancellationToken);
        using var program = new HandWrittenImport(vendors.Addresses);
        Settle();
        var (start, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var tally = await program.RunAsync(cancellationToken);
        var time = Stopwatch.GetElapsedTime(start);
        work = Environment.CpuUsage.TotalTime - work;
        var (read, map, lookUp, write) = program.Parts;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"//   by hand {time.TotalSeconds:F2} s, {work.TotalSeconds:F2} s of processors (read {read.TotalSeconds:F2}, map {map.TotalSeconds:F2}, look up {lookUp.TotalSeconds:F2}, write {write.TotalSeconds:F2}): {tally}"));
        return (time, StateOf(vendors));
    }

    private static async Task<(TimeSpan Time, string State)> OursAsync(int rows, TimeSpan away, TextWriter output, CancellationToken cancellationToken)
    {
        await using var vendors = await EmulatedVendors.StartAsync(rows, away, cancellationToken);
        await using var program = await SdkImport.StartAsync(vendors.Addresses, cancellationToken);
        Settle();
        var (start, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var tally = await program.RunAsync(vendors.Addresses.WebinarId, cancellationToken);
        var time = Stopwatch.GetElapsedTime(start);
        work = Environment.CpuUsage.TotalTime - work;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"//   SDK     {time.TotalSeconds:F2} s, {work.TotalSeconds:F2} s of processors: {tally}"));
        return (time, StateOf(vendors));
    }

    // The garbage of one program, and of seeding, is not collected at the cost of the next.
    private static void Settle() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>A digest of all contacts, whatever their order and ids.</summary>
    private static string StateOf(EmulatedVendors vendors)
    {
        string[] fields = [.. ImportCase.Mapping.Fields.Select(static pair => pair.Field)];
        var contacts = vendors.Salesforce.Query($"SELECT {string.Join(", ", fields)} FROM Contact")
            .Select(contact => string.Join('\u001f', fields.Select(field => contact[field])))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', contacts))));
    }

    private static double Median(List<double> values)
    {
        double[] ordered = [.. values.Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
