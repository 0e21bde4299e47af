using System.Diagnostics;
using System.Globalization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// From the first page of registrants to the last result: the program written by hand and the SDK's importer in turn, each on an org of its own that began alike. The emulators are a
/// process of their own, on the same processors. After each round both orgs must hold the same contacts. What it takes to fill the orgs is not measured.
/// </summary>
internal static class WebinarImportEndToEnd
{
    public const string Name = nameof(WebinarImportEndToEnd);

    /// <summary>Rounds that do not count: meanwhile the runtime compiles what runs often, here and in the emulators' process.</summary>
    private const int WarmUps = 3;

    /// <summary>Runs the rounds, after some that do not count, and tells their figures.</summary>
    /// <returns>The ratio of the medians, ours over by hand.</returns>
    /// <exception cref="InvalidOperationException">The two did not come to the same.</exception>
    public static async Task<double> RunAsync(int rows, int rounds, TextWriter output, TimeSpan away = default, CancellationToken cancellationToken = default)
    {
        await using var emulators = new EmulatorProcess();
        for (var round = 0; round < WarmUps; round++)
        {
            await RoundAsync(emulators, rows, default, round, TextWriter.Null, cancellationToken);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {Name}: {rows} rows, {rounds} rounds, vendors {away.TotalMilliseconds} ms away"));
        var (byHand, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var (theirTime, ourTime) = await RoundAsync(emulators, rows, away, round, output, cancellationToken);
            byHand.Add(theirTime.TotalSeconds);
            ours.Add(ourTime.TotalSeconds);
        }

        var ratio = Median(ours) / Median(byHand);
        output.WriteLine("| rows | by hand, s | SDK, s | ratio of medians | ratio of minima |");
        output.WriteLine("|---|---|---|---|---|");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows:N0} | {Median(byHand):F2} | {Median(ours):F2} | {ratio:F2} | {ours.Min() / byHand.Min():F2} |"));
        return ratio;
    }

    private static async Task<(TimeSpan ByHand, TimeSpan Ours)> RoundAsync(
        EmulatorProcess emulators, int rows, TimeSpan away, int round, TextWriter output, CancellationToken cancellationToken)
    {
        Func<Task<(TimeSpan Time, string State)>> byHand = () => MeasureAsync(emulators, rows, away, ByHandAsync, output, cancellationToken);
        Func<Task<(TimeSpan Time, string State)>> ours = () => MeasureAsync(emulators, rows, away, OursAsync, output, cancellationToken);
        var oursComesFirst = round % 2 == 1;
        var first = await (oursComesFirst ? ours : byHand)();
        var second = await (oursComesFirst ? byHand : ours)();
        return first.State != second.State ? throw new InvalidOperationException("The two programs left different contacts: their times cannot be compared.")
            : oursComesFirst ? (second.Time, first.Time)
            : (first.Time, second.Time);
    }

    private static async Task<(TimeSpan Time, string State)> MeasureAsync(
        EmulatorProcess emulators, int rows, TimeSpan away, Func<VendorAddresses, CancellationToken, Task<(TimeSpan Time, string Text)>> program, TextWriter output,
        CancellationToken cancellationToken)
    {
        var vendors = await emulators.OpenAsync(rows, away, cancellationToken);
        EmulatorProcess.Settle();
        var work = Environment.CpuUsage.TotalTime;
        var (time, text) = await program(vendors, cancellationToken);
        work = Environment.CpuUsage.TotalTime - work;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"//   {time.TotalSeconds:F2} s, {work.TotalSeconds:F2} s of processors: {text}"));
        var state = await emulators.StateAsync(cancellationToken);
        await emulators.CloseAsync(cancellationToken);
        return (time, state);
    }

    private static async Task<(TimeSpan Time, string Text)> ByHandAsync(VendorAddresses vendors, CancellationToken cancellationToken)
    {
        using var program = new HandWrittenImport(vendors);
        var start = Stopwatch.GetTimestamp();
        var tally = await program.RunAsync(cancellationToken);
        var time = Stopwatch.GetElapsedTime(start);
        var (read, map, lookUp, write) = program.Parts;
        return (time, string.Create(
            CultureInfo.InvariantCulture, $"by hand (read {read.TotalSeconds:F2}, map {map.TotalSeconds:F2}, look up {lookUp.TotalSeconds:F2}, write {write.TotalSeconds:F2}), {tally}"));
    }

    private static async Task<(TimeSpan Time, string Text)> OursAsync(VendorAddresses vendors, CancellationToken cancellationToken)
    {
        await using var program = await SdkImport.StartAsync(vendors, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var tally = await program.RunAsync(vendors.WebinarId, cancellationToken);
        return (Stopwatch.GetElapsedTime(start), $"SDK, {tally}");
    }

    private static double Median(List<double> values)
    {
        double[] ordered = [.. values.Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
