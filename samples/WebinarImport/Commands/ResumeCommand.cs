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
        var settings = context.Sources.Read();
        if (!World.IsConfigured(settings))
        {
            throw new BadInputException("resume", InputRefusals.OrgGone.Refuse());
        }

        var store = World.StoreOf(context, settings);
        if (!File.Exists(store))
        {
            throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(store));
        }

        await using var world = await World.CreateAsync(context, cancellationToken);
        var id = await ImportStore.FindAsync(context.Line, world.Imports, store, cancellationToken);
        var import = (await world.Imports.GetAsync(id, CommandOrigin.System, cancellationToken)).ValueOrThrow();
        await world.StartWorkersAsync(cancellationToken);
        switch (import.Status)
        {
            case ImportStatus.Drifted when context.Line.Has(Option.AcceptDrift):
                _ = (await world.Imports.AcceptDriftAsync(id, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
                break;
            case ImportStatus.Stopped or ImportStatus.Completed or ImportStatus.Cancelled:
                _ = (await world.Imports.ResumeAsync(id, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
                break;
        }

        context.Screen.Say("import.started", ("import", id), ("file", store));
        return await ImportView.FollowAsync(context.Screen, world.Imports, id, Preparation.RowsOf(world), cancellationToken);
    }
}
