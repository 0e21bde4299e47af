using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.ServiceDeskConsole.Demo;

/// <summary>The channels that a new data folder starts with, and who is in them.</summary>
internal static class DemoChannels
{
    private static readonly ChannelSettings HalfAnHour = new(TimeSpan.FromMinutes(30));

    /// <summary>The channel that every console has: the place for sessions that belong nowhere else. It cannot be removed.</summary>
    public static async Task SeedDefaultAsync(ChannelWorkflow channels, CancellationToken cancellationToken) =>
        await CreateAsync(channels, "general", "General", CommandOrigin.System, isDefault: true, cancellationToken: cancellationToken);

    /// <summary>The channels of the demo's technicians. What people changed since stays as they left it.</summary>
    public static async Task SeedDemoAsync(ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        await CreateAsync(
            channels, "general", "General", CommandOrigin.System,
            [new("alice"), new("bob"), new("erin"), new("chloe", IsManager: true)], isDefault: true, cancellationToken: cancellationToken);
        await CreateAsync(
            channels, "network", "Network", CommandOrigin.System,
            [new("alice", CanRelease: true), new("bob"), new("chloe", IsManager: true)], cancellationToken: cancellationToken);
        await CreateAsync(
            channels, "printers", "Printers", CommandOrigin.System,
            [new("erin", CanRelease: true), new("chloe", IsManager: true)], cancellationToken: cancellationToken);
        foreach (var owner in new[] { "alice", "david" })
        {
            await CreateAsync(channels, $"private-{owner}", "Private", new CommandOrigin(new Actor(owner)), isPrivate: true, cancellationToken: cancellationToken);
        }
    }

    private static async Task CreateAsync(
        ChannelWorkflow channels,
        string id,
        string name,
        CommandOrigin origin,
        IReadOnlyList<ChannelMember>? members = null,
        bool isPrivate = false,
        bool isDefault = false,
        CancellationToken cancellationToken = default)
    {
        if ((await channels.GetAsync(id, origin, cancellationToken)).IsAccepted)
        {
            return;
        }

        var created = await channels.CreateAsync(id, name, HalfAnHour, origin, isPrivate, isDefault, cancellationToken: cancellationToken);
        if (created.Refusal is not null)
        {
            return;     // somebody removed it, and a channel does not come back; or another one has its name by now
        }

        foreach (var member in members ?? [])
        {
            (await channels.SetMemberAsync(id, member, origin, cancellationToken: cancellationToken)).ValueOrThrow();
        }
    }
}
