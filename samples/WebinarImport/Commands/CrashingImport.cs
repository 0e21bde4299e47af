using System.Diagnostics;
using System.Globalization;
using System.Text;
using Support.Sdk.Running;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>An import in a process of its own that is killed when it has begun to write so many rows: nothing in it gets to clean up.</summary>
internal static class CrashingImport
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <returns>The import, which is not over when its process was killed; or none, and how its process ended before it began one.</returns>
    public static async Task<(string? Import, ExitCode Code)> RunAsync(CommandContext context, World world, int rows, CancellationToken cancellationToken)
    {
        var former = (await ImportStore.ListAsync(world.Imports, cancellationToken)).Select(static import => import.Id).ToHashSet(StringComparer.Ordinal);
        var errors = new StringBuilder();
        using var process = Start(context.Line, world.StorePath, world.Emulated!, errors);
        context.Screen.Say("import.crash", ("rows", context.Screen.Number(rows)));
        try
        {
            while (true)
            {
                // In this order: a process that has ended writes nothing after it was looked for what it wrote.
                var hasEnded = process.HasExited;
                var import = await world.Imports.ListAsync(CommandOrigin.System, cancellationToken: cancellationToken).FirstOrDefaultAsync(import => !former.Contains(import.Id), cancellationToken);
                if (import is { IsOver: false } && import.PreparedRows >= rows && !process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    context.Screen.Say("import.crashed", ("rows", context.Screen.Number(import.PreparedRows)));
                    context.Screen.Say("import.resumes");
                    return (import.Id, ExitCode.Done);
                }

                if (hasEnded || import is { IsOver: true })
                {
                    await process.WaitForExitAsync(cancellationToken);
                    if (import is null)
                    {
                        context.Screen.Note(errors.ToString().TrimEnd());
                        return (null, (ExitCode)process.ExitCode);
                    }

                    context.Screen.Say("import.crash-too-late", ("rows", context.Screen.Number(rows)));
                    return (import.Id, ExitCode.Done);
                }

                await Task.Delay(Look, TimeProvider.System, cancellationToken);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    // The addresses and tokens of the emulators travel in the environment, as those of an org do.
    private static Process Start(CommandLine line, string store, EmulatedVendors vendors, StringBuilder errors)
    {
        List<string> arguments = ["exec", typeof(CrashingImport).Assembly.Location, "import", Option.Store.Name, store];
        foreach (var option in (Option[])[Option.Mapping, Option.Webinar, Option.Kind, Option.Campaign, Option.Status, Option.Plan, Option.Language])
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
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
