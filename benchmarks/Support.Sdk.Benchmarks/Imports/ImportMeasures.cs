using System.Globalization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>The measures of the import: they take seconds each and processes of their own, so they run beside BenchmarkDotNet, by their names on the command line.</summary>
internal static class ImportMeasures
{
    /// <summary>Runs what the command line names.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>Whether it named one of them.</returns>
    public static async Task<bool> TryRunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [EmulatorProcess.Command]:
                await EmulatorProcess.RunAsync(Console.In, Console.Out);
                return true;
            case [WebinarImportMemory.MeasureCommand]:
                await WebinarImportMemory.MeasureAsync(Console.In, Console.Out);
                return true;
            case [WebinarImportEndToEnd.Name]:
                await WebinarImportEndToEnd.RunAsync(100_000, 7, Console.Out);
                return true;
            case [WebinarImportEndToEnd.Name, var rows, var rounds]:
                await WebinarImportEndToEnd.RunAsync(Number(rows), Number(rounds), Console.Out);
                return true;
            case [WebinarImportEndToEnd.Name, var rows, var rounds, var away]:
                await WebinarImportEndToEnd.RunAsync(Number(rows), Number(rounds), Console.Out, TimeSpan.FromMilliseconds(Number(away)));
                return true;
            case [WebinarImportMemory.Name]:
                await WebinarImportMemory.RunAsync([10_000, 100_000, 1_000_000], Console.Out);
                return true;
            case [WebinarImportMemory.Name, .. var sizes]:
                await WebinarImportMemory.RunAsync([.. sizes.Select(Number)], Console.Out);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Each once, with few rows.</summary>
    public static async Task SmokeAsync()
    {
        await WebinarImportEndToEnd.RunAsync(1_000, 1, Console.Out);
        await WebinarImportMemory.RunAsync([1_000], Console.Out);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
