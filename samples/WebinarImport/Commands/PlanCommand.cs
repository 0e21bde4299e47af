using Support.Sdk.Running;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Says row by row what an import would do, and writes nothing. The plan is kept, so that an import can be bound to it.</summary>
internal sealed class PlanCommand() : Command("plan", null, Preparation.Options)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mapping = await Preparation.MappingAsync(context, cancellationToken);
        await using var world = await World.CreateAsync(context, cancellationToken);
        var request = await Preparation.RequestAsync(context, world, mapping, cancellationToken);

        // A plan over emulators that end with this process binds nothing.
        var keep = world.Emulated is null;
        using var preview = (await world.Imports.PreviewAsync(request, CommandOrigin.System, keep, cancellationToken)).ValueOrThrow();
        await PlanView.ShowAsync(context, preview, request.CampaignId, world.Rows, cancellationToken);
        if (keep)
        {
            context.Screen.Say("plan.kept", ("plan", preview.Id));
        }

        return ExitCode.Done;
    }
}
