using Support.Sdk.Running;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Imports, with progress and a summary. Ctrl+C cancels: what is being written is brought to its end.</summary>
internal sealed class ImportCommand() : Command("import", null, [.. Preparation.Options, Option.Plan, Option.CrashAt])
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mapping = await Preparation.MappingAsync(context, cancellationToken);
        var crashAt = context.Line.Number(Option.CrashAt, 1, 1_000_000);
        await using var world = await World.CreateAsync(context, cancellationToken);
        if (crashAt is { } rows)
        {
            // In another process, which is killed; this one then does what any host of the same store does.
            var crashed = await CrashingImport.RunAsync(context, world, rows, cancellationToken);
            context.Screen.Say("import.resumes");
            await world.StartWorkersAsync(cancellationToken);
            return await ImportView.FollowAsync(context.Screen, world.Imports, crashed, Preparation.RowsOf(world), cancellationToken);
        }

        var request = await Preparation.RequestAsync(context, world, mapping, cancellationToken);
        await world.StartWorkersAsync(cancellationToken);
        var import = (await world.Imports.StartAsync(request, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
        context.Screen.Say("import.started", ("import", import.Id), ("file", world.StorePath));
        return await ImportView.FollowAsync(context.Screen, world.Imports, import.Id, Preparation.RowsOf(world), cancellationToken);
    }
}
