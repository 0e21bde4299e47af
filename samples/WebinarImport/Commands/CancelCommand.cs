using Support.Sdk.Running;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Cancels an import: what is being written is brought to its end, and nothing more is begun.</summary>
internal sealed class CancelCommand() : Command("cancel", null, Option.Import, Option.Abandon, Option.Store)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (world, import) = await Begun.OpenAsync(context, Name, cancellationToken);
        await using var owned = world;
        if (context.Line.Has(Option.Abandon))
        {
            // What it has begun cannot be brought to its end: nobody waits for it.
            _ = (await world.Imports.AbandonAsync(import.Id, CommandOrigin.System, cancellationToken)).ValueOrThrow();
            var ended = await ImportView.FollowAsync(context, world, import.Id, cancellationToken);
            return ended == ExitCode.Interrupted && !cancellationToken.IsCancellationRequested ? ExitCode.Done : ended;
        }

        _ = (await world.Imports.CancelAsync(import.Id, CommandOrigin.System, cancellationToken)).ValueOrThrow();
        await world.StartWorkersAsync(cancellationToken);
        var code = await ImportView.FollowAsync(context, world, import.Id, cancellationToken);

        // Here the cancellation is what was asked for.
        return code == ExitCode.Interrupted && !cancellationToken.IsCancellationRequested ? ExitCode.Done : code;
    }
}
