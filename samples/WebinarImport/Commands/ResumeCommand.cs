using Support.Sdk.Running;
using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Goes on with an import that a process which died has left, that was stopped by a fault, or that waits because its plan no longer holds.</summary>
internal sealed class ResumeCommand() : Command("resume", null, Option.Import, Option.AcceptDrift, Option.Store)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (world, import) = await Begun.OpenAsync(context, Name, cancellationToken);
        await using var owned = world;
        switch (import.Status)
        {
            case ImportStatus.Drifted when context.Line.Has(Option.AcceptDrift):
                _ = (await world.Imports.AcceptDriftAsync(import.Id, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
                break;
            case ImportStatus.Stopped or ImportStatus.Completed or ImportStatus.Cancelled:
                _ = (await world.Imports.ResumeAsync(import.Id, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
                break;
        }

        await world.StartWorkersAsync(cancellationToken);
        context.Screen.Say("import.started", ("import", import.Id), ("file", world.StorePath));
        return await ImportView.FollowAsync(context, world, import.Id, cancellationToken);
    }
}
