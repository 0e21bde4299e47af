using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

// Runs the channel machine without a store.
internal sealed class ChannelScene
{
    public static readonly Actor Administrator = new("root", permissions: [SessionPermissions.Administer]);
    public static readonly ChannelSettings Settings = new(TimeSpan.FromMinutes(30)) { Capacity = 2 };

    public SupportChannel? State { get; private set; }

    public SupportChannel Channel => State.ShouldNotBeNull();

    public ChannelStatus Status => State?.Status ?? ChannelStatus.None;

    public static ChannelScene Shared() => new ChannelScene().By(Administrator, new ChannelCommand.Create("network", "Network", Settings));

    public static ChannelScene Private() => new ChannelScene().By(SessionFacts.Alice, new ChannelCommand.Create("alice-private", "Mine", Settings, IsPrivate: true));

    public ChannelScene By(Actor actor, params ChannelCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = When(actor, command);
            decision.IsAccepted.ShouldBeTrue($"{command} by {actor} was {decision}");
        }

        return this;
    }

    public Decision<ChannelEvent> When(Actor actor, ChannelCommand command)
    {
        var decision = SupportChannelMachine.Decide(State, command, new CommandContext(actor, SessionFacts.Now));
        foreach (var @event in decision)
        {
            State = SupportChannelMachine.Evolve(State, @event);
        }

        return decision;
    }

    public string? RefusalOf(Actor actor, ChannelCommand command) => When(actor, command).Refusal?.Code;
}
