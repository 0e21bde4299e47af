using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>An import that an earlier call has begun, and the vendors at which it goes on.</summary>
internal static class Begun
{
    /// <param name="context">What the command is called with.</param>
    /// <param name="command">The command, to which errors refer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The world, for the caller to dispose of; the import of <c>--import</c>, or the newest one.</returns>
    /// <exception cref="BadInputException">The vendors ended with their process, or there is no such import.</exception>
    public static async Task<(World World, WebinarImport Import)> OpenAsync(CommandContext context, string command, CancellationToken cancellationToken)
    {
        var settings = context.Sources.Read();
        if (!World.IsConfigured(settings))
        {
            throw new BadInputException(command, InputRefusals.OrgGone.Refuse());
        }

        var store = World.StoreOf(context, settings);
        if (!File.Exists(store))
        {
            throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(store));
        }

        var world = await World.CreateAsync(context, cancellationToken);
        try
        {
            return (world, await ImportStore.FindAsync(context.Line, world.Imports, store, cancellationToken));
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }
}
