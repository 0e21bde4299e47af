using System.Diagnostics;
using System.Globalization;
using Support.Sdk.Running;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>An import in a process of its own that is killed when it has begun to write so many rows: nothing in it gets to clean up.</summary>
internal static class CrashingImport
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <returns>The import, which is not over, or ended before it could be killed.</returns>
    /// <exception cref="BadInputException">Settings name vendors elsewhere, or the process ended by itself before it had begun an import.</exception>
    public static async Task<string> RunAsync(CommandContext context, World world, int rows, CancellationToken cancellationToken)
    {
        var emulated = world.Emulated ?? throw new BadInputException(Option.CrashAt.Name, InputRefusals.EmulatorsOnly.Refuse());
        using var process = Start(context.Line, world.StorePath, emulated);
        context.Screen.Say("import.crash", ("rows", rows));
        try
        {
            while (!process.HasExited)
            {
                await Task.Delay(Look, TimeProvider.System, cancellationToken);
                if (await world.Imports.ListAsync(CommandOrigin.System, cancellationToken: cancellationToken).FirstOrDefaultAsync(import => import.IsOver || import.PreparedRows >= rows, cancellationToken) is { } import)
                {
                    return import.Id;
                }
            }

            return await ImportStore.FindAsync(context.Line, world.Imports, world.StorePath, cancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    // The addresses and tokens of the emulators travel in the environment, as those of an org do.
    private static Process Start(CommandLine line, string store, EmulatedVendors vendors)
    {
        List<string> arguments = ["exec", typeof(CrashingImport).Assembly.Location, "import", Option.Store.Name, store];
        foreach (var option in (Option[])[Option.Mapping, Option.Kind, Option.Campaign, Option.Status])
        {
            if (line.Text(option) is { } value)
            {
                arguments.AddRange([option.Name, value]);
            }
        }

        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in vendors.Settings)
        {
            start.Environment[ConfigurationSources.Prefix + name.Replace(":", "__", StringComparison.Ordinal)] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
