using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>Runs the emulators until Ctrl+C, and prints the settings by which calls of the program in other processes find them: so one can be killed, and another resumes.</summary>
internal sealed class EmulatorsCommand() : Command("emulators", null, Option.Rows)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var vendors = await EmulatedVendors.StartAsync(context.Line.Number(Option.Rows, 1, 1_000_000) ?? context.DemoRows, cancellationToken);
        context.Screen.Say("emulators");
        foreach (var (name, value) in vendors.Settings)
        {
            // Between single quotes: a shell takes nothing in them for more than it is.
            context.Screen.Raw($"export {ConfigurationSources.Prefix}{name.Replace(":", "__", StringComparison.Ordinal)}='{value?.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }
}
