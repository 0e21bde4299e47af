using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// How much memory the importer takes over idle, by the number of rows. The emulators are processes of their own, and so is each import: nothing is left of the one before. Idle is
/// the process after it has imported a small webinar, so that its code is compiled and its connections are open.
/// </summary>
internal static class WebinarImportMemory
{
    public const string Name = nameof(WebinarImportMemory);

    /// <summary>The command of this program that is one of those processes.</summary>
    public const string MeasureCommand = "measure-import";

    private const double MiB = 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Measures one size after the other; each import has an org of its own.</summary>
    public static async Task<IReadOnlyList<MemoryFigures>> RunAsync(IReadOnlyList<int> sizes, TextWriter output, CancellationToken cancellationToken = default)
    {
        var curve = new List<MemoryFigures>();
        output.WriteLine($"// {Name}: MiB over idle");
        output.WriteLine("| rows | seconds | heap, garbage included | heap after a collection | working set | idle: heap | idle: working set |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var rows in sizes)
        {
            await using var emulators = new EmulatorProcess();
            var vendors = await emulators.OpenAsync(rows, cancellationToken: cancellationToken);
            using var import = EmulatorProcess.Launch(MeasureCommand);
            await import.StandardInput.WriteLineAsync(JsonSerializer.Serialize(vendors, ProcessJsonContext.Default.VendorAddresses).AsMemory(), cancellationToken);
            await import.StandardInput.FlushAsync(cancellationToken);
            var line = await import.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The importing process ended before it told its figures.");
            var figures = JsonSerializer.Deserialize(line, ProcessJsonContext.Default.MemoryFigures)!;
            curve.Add(figures);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {figures.Rows:N0} | {figures.Seconds:F1} | {(figures.HeapPeak - figures.HeapIdle) / MiB:F1} | {(figures.LivePeak - figures.HeapIdle) / MiB:F1} | {(figures.WorkingSetPeak - figures.WorkingSetIdle) / MiB:F1} | {figures.HeapIdle / MiB:F1} | {figures.WorkingSetIdle / MiB:F1} |"));
        }

        return curve;
    }

    /// <summary>What an importing process does: it reads where the vendors are, imports, and tells its figures.</summary>
    public static async Task MeasureAsync(TextReader input, TextWriter output)
    {
        var vendors = JsonSerializer.Deserialize((await input.ReadLineAsync())!, ProcessJsonContext.Default.VendorAddresses)!;
        var figures = await MeasureAsync(vendors);
        await output.WriteLineAsync(JsonSerializer.Serialize(figures, ProcessJsonContext.Default.MemoryFigures));
    }

    private static async Task<MemoryFigures> MeasureAsync(VendorAddresses vendors)
    {
        await using var program = await SdkImport.StartAsync(vendors);
        await program.RunAsync(vendors.WarmUpWebinarId);

        EmulatorProcess.Settle();
        var (heapIdle, workingSetIdle) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        using var over = new CancellationTokenSource();
        var peaks = Task.Run(() => WatchAsync(over.Token));
        var start = Stopwatch.GetTimestamp();
        var tally = await program.RunAsync(vendors.WebinarId);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await over.CancelAsync();
        var (heap, live, workingSet) = await peaks;
        return new(tally.Inserted + tally.Updated + tally.Skipped + tally.Invalid + tally.Failed, seconds, heapIdle, heap, live, workingSetIdle, workingSet);
    }

    private static async Task<(long Heap, long Live, long WorkingSet)> WatchAsync(CancellationToken over)
    {
        var (heap, live, workingSet) = (0L, 0L, 0L);
        while (!over.IsCancellationRequested)
        {
            heap = long.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            live = long.Max(live, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
            workingSet = long.Max(workingSet, Environment.WorkingSet);
            await Task.Delay(Interval, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (heap, live, workingSet);
    }
}
