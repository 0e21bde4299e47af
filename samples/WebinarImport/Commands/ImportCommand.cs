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
        if (crashAt is not null && world.Emulated is null)
        {
            throw new BadInputException(Option.CrashAt.Name, InputRefusals.EmulatorsOnly.Refuse());
        }

        var request = await Preparation.RequestAsync(context, world, mapping, cancellationToken);
        if (world.Emulated is not null)
        {
            // What is wrong is told before the imports of former emulators are forgotten. With vendors elsewhere, StartAsync checks the same.
            (await world.Imports.PreviewAsync(request, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow().Dispose();
        }

        await world.KeepAsync();
        if (crashAt is { } rows)
        {
            // In another process, which is killed; this one then does what any host of the same store does.
            return await CrashingImport.RunAsync(context, world, rows, cancellationToken) is var (crashed, code) && crashed is null ? code : await ResumeAsync(crashed);
        }

        // The workers begin when the import is there: a call that is refused must not carry on another import.
        var import = (await world.Imports.StartAsync(request, CommandOrigin.System, cancellationToken: cancellationToken)).ValueOrThrow();
        await world.StartWorkersAsync(cancellationToken);
        context.Screen.Say("import.started", ("import", import.Id), ("file", world.StorePath));
        return await ImportView.FollowAsync(context, world, import.Id, cancellationToken);

        async Task<ExitCode> ResumeAsync(string import)
        {
            await world.StartWorkersAsync(cancellationToken);
            return await ImportView.FollowAsync(context, world, import, cancellationToken);
        }
    }
}
