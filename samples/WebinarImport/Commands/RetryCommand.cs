using Support.Sdk.Running;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Runs the rows again that left something undone, as a new import: after what is wrong with them was corrected, or under a corrected mapping.</summary>
internal sealed class RetryCommand() : Command("retry", null, Option.Import, Option.Mapping, Option.Store)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mapping = context.Line.Has(Option.Mapping) ? await Preparation.MappingAsync(context, cancellationToken) : null;
        var (world, former) = await Begun.OpenAsync(context, Name, cancellationToken);
        await using var owned = world;
        if (mapping is not null)
        {
            if (!string.Equals(mapping.Object, former.Order.Mapping.Object, StringComparison.OrdinalIgnoreCase))
            {
                throw new BadInputException(Option.Mapping.Name, InputRefusals.MappingOfAnother.Refuse(mapping.Object, former.Order.Mapping.Object));
            }

            await Preparation.CheckAsync(context, world, mapping, cancellationToken);
        }

        var import = (await world.Imports.RetryUndoneAsync(former.Id, CommandOrigin.System, mapping, cancellationToken: cancellationToken)).ValueOrThrow();
        await world.StartWorkersAsync(cancellationToken);
        context.Screen.Say("import.started", ("import", import.Id), ("file", world.StorePath));
        return await ImportView.FollowAsync(context, world, import.Id, cancellationToken);
    }
}
