using System.Security.Cryptography;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Architecture.Snippets;

public sealed class SessionSnippets
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Session_OfATechnician_IsCreated()
    {
        var now = Now;
        #region SessionLife
        using var random = RandomNumberGenerator.Create();
        ISessionSecrets secrets = new SessionSecretsGenerator(random);                  // 6 digits, link of 128 bits

        var alice = new Actor("alice", permissions: [SessionPermissions.Access("network"), SessionPermissions.Release("network")]);
        var customer = new Actor("pc-1", roles: [SessionPermissions.EndUserRole]);      // came by link or PIN
        var channel = new SessionChannel("network", TimeOut: TimeSpan.FromMinutes(30), ConsentTimeOut: TimeSpan.FromSeconds(60));

        var decision = SupportSessionMachine.Decide(null, new SessionCommand.Create(channel, secrets.Create(), AttendedAccess.Met), new CommandContext(alice, now));
        // run by a store's runner: Waiting → Launch("pc-1") → Active → RequestAccess("q1") → Grant("q1", "pc-1") → Connect
        #endregion

        Assert.True(decision.IsAccepted);
        Assert.Contains(SessionPermissions.EndUserRole, customer.Roles);
    }

    [Fact]
    public void Channel_GivesTheFactsOfASession()
    {
        var administrator = new Actor("root", permissions: [SessionPermissions.Administer]);
        var made = SupportChannelMachine.Decide(null, new ChannelCommand.Create("network", "Network", new ChannelSettings(TimeSpan.FromMinutes(30))), new CommandContext(administrator, Now));
        SupportChannel? state = null;
        foreach (var happened in made)
        {
            state = SupportChannelMachine.Evolve(state, happened);
        }

        using var random = RandomNumberGenerator.Create();
        var secrets = new SessionSecretsGenerator(random);
        const int liveSessions = 0;
        var network = state!;
        #region ChannelFacts
        // network: the channel's state
        var bob = new Actor("bob", permissions: network.PermissionsOf("bob"));          // access, release, manage: for this channel alone
        var create = new SessionCommand.Create(network.ToSessionChannel(), secrets.Create(), AttendedAccess.Met, network.HasRoom(liveSessions));
        #endregion

        Assert.True(create.Channel.TimeOut > TimeSpan.Zero);
        Assert.Empty(bob.Permissions);
    }
}
