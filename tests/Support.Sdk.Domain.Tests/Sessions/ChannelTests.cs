using System.Text;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using static Support.Sdk.Tests.Sessions.ChannelScene;

namespace Support.Sdk.Tests.Sessions;

public sealed class ChannelTests
{
    private static readonly Actor Alice = SessionFacts.Technician("alice");
    private static readonly Actor Bob = SessionFacts.Technician("bob");

    private static readonly ChannelEvent[] Events =
    [
        new ChannelEvent.Created("alice-private", "Mine", Settings, "alice", false),
        new ChannelEvent.Renamed("Network and phones"),
        new ChannelEvent.Configured(Settings with { ConsentTimeOut = TimeSpan.FromSeconds(30) }),
        new ChannelEvent.MemberSet(new ChannelMember("bob", CanRelease: true)),
        new ChannelEvent.MemberRemoved("bob"),
        new ChannelEvent.Removed(),
    ];

    public static TheoryData<ChannelStatus, ChannelTrigger> Cells()
    {
        TheoryData<ChannelStatus, ChannelTrigger> cells = [];
        foreach (var status in Enum.GetValues<ChannelStatus>())
        {
            foreach (var trigger in Enum.GetValues<ChannelTrigger>())
            {
                cells.Add(status, trigger);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Table_EveryCell_DoesExactlyWhatItSaysAndExplainAgrees(ChannelStatus status, ChannelTrigger trigger)
    {
        HashSet<ChannelStatus> targets = [];
        HashSet<RefusalCode> refusals = [];
        foreach (var make in Scenes(status))
        {
            foreach (var actor in (Actor[])[Administrator, Alice, Bob, SessionFacts.EndUser])
            {
                foreach (var command in Commands(trigger))
                {
                    var scene = make();
                    scene.Status.ShouldBe(status);
                    var explained = SupportChannelMachine.Explain(scene.State, new CommandContext(actor, SessionFacts.Now)).Single(action => action.Action == trigger.ToString());
                    var decision = scene.When(actor, command);
                    (decision.IsAccepted ? explained.Availability != ActionAvailability.Refused : explained.Availability != ActionAvailability.Allowed).ShouldBeTrue();
                    if (decision.Refusal is { } refusal)
                    {
                        refusals.Add(refusal.Definition);
                    }
                    else
                    {
                        targets.Add(scene.Status);
                    }
                }
            }
        }

        targets.ShouldBe(ChannelTables.Channel[status, trigger].Targets, ignoreOrder: true);
        refusals.ShouldBe(ChannelTables.Channel[status, trigger].Refusals, ignoreOrder: true);
    }

    [Fact]
    public void PermissionsOf_EachMember_OpenExactlyWhatTheyShould()
    {
        var channel = Shared().By(
            Administrator,
            new ChannelCommand.SetMember(new ChannelMember("alice", IsManager: true)),
            new ChannelCommand.SetMember(new ChannelMember("bob"))).Channel;

        channel.PermissionsOf("alice").ShouldBe(["sessions.access:network", "sessions.release:network", "sessions.manage:network"]);
        channel.PermissionsOf("bob").ShouldBe(["sessions.access:network"]);
        channel.PermissionsOf("otto").ShouldBeEmpty();
        Removed().Channel.PermissionsOf("alice").ShouldBeEmpty();
    }

    [Fact]
    public void ToSessionChannel_OfAChannel_CarriesItsSettingsIntoTheSession()
    {
        var channel = Shared().By(Administrator, new ChannelCommand.SetMember(new ChannelMember("bob"))).Channel;
        var bob = SessionFacts.Technician("bob", [.. channel.PermissionsOf("bob")]);

        var session = new SessionScene().By(bob, SessionFacts.Create(channel.ToSessionChannel())).Session;

        session.ExpiresAt.ShouldBe(SessionFacts.Now.AddMinutes(30));
        channel.ToSessionChannel().ConsentTimeOut.ShouldBe(TimeSpan.FromSeconds(60));
        channel.HasRoom(1).ShouldBeTrue();
        channel.HasRoom(2).ShouldBeFalse();
    }

    [Fact]
    public void Explain_PrivateChannelToAnybodyElse_IsThatOfAChannelThatDoesNotExist()
    {
        foreach (var stranger in new[] { Bob, Administrator, Actor.System })
        {
            var context = new CommandContext(stranger, SessionFacts.Now);

            SupportChannelMachine.Explain(ChannelScene.Private().State, context).ShouldBe(SupportChannelMachine.Explain(null, context));
        }

        SupportChannelMachine.Claims(ChannelScene.Private().Channel).ShouldBeEmpty();
    }

    [Fact]
    public void Claims_OfASharedChannel_HoldItsNameWhileItIsThere()
    {
        SupportChannelMachine.Claims(Shared().By(Administrator, new ChannelCommand.Rename("Réseau")).Channel).ShouldBe(["channel-name/RÉSEAU"]);
        SupportChannelMachine.Claims(Removed().Channel).ShouldBeEmpty();
    }

    [Fact]
    public void Repeat_OfEveryCommand_RecordsNothing()
    {
        var scene = Shared();
        foreach (var command in (ChannelCommand[])
            [
                new ChannelCommand.Create("network", "Network", Settings), new ChannelCommand.SetMember(new ChannelMember("bob")), new ChannelCommand.RemoveMember("bob"),
                new ChannelCommand.Rename("Phones"), new ChannelCommand.Configure(Settings with { Capacity = 5 }),
            ])
        {
            scene.By(Administrator, command);
            scene.When(Administrator, command).ToString().ShouldBe("accepted: nothing to record");
        }
    }

    [Fact]
    public void Settings_OutOfRange_ThrowNamingTheSetting()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ChannelSettings(TimeSpan.Zero)).ParamName.ShouldBe("TimeOut");
        Should.Throw<ArgumentOutOfRangeException>(() => Settings with { ConsentTimeOut = TimeSpan.Zero }).ParamName.ShouldBe("ConsentTimeOut");
        Should.Throw<ArgumentOutOfRangeException>(() => Settings with { Capacity = 0 }).ParamName.ShouldBe("Capacity");
        Should.Throw<ArgumentException>(() => SessionPermissions.Access("Network")).ParamName.ShouldBe("channel");
    }

    [Fact]
    public void Json_OfEventsAndState_KeepsNamesAndShapesAndReadsBack()
    {
        var format = SupportChannelMachine.Format;
        var state = Shared().By(Administrator, new ChannelCommand.SetMember(new ChannelMember("bob", CanRelease: true))).Channel;
        Events.Select(@event => format.Write(@event).Type).ShouldBe(format.EventTypes, ignoreOrder: true);
        List<string> lines = [.. Events.Select(@event => Encoding.UTF8.GetString(format.Write(@event).Data.Span)), Encoding.UTF8.GetString(format.Write(state).Data.Span)];

        CommittedFile.ShouldHold("tests/Support.Sdk.Domain.Tests/Sessions/Json/channel.json", $"[\n{string.Join(",\n", lines)}\n]\n");
        Events.Select(@event => format.Read(format.Write(@event))).ShouldBe(Events);
        Encoding.UTF8.GetString(format.Write(format.Read(format.Write(state))!).Data.Span).ShouldBe(lines[^1]);
    }

    private static ChannelScene Removed() => Shared().By(Administrator, new ChannelCommand.Remove());

    private static IEnumerable<Func<ChannelScene>> Scenes(ChannelStatus status) => status switch
    {
        ChannelStatus.None => [() => new ChannelScene()],
        ChannelStatus.Open =>
        [
            Shared, ChannelScene.Private, () => Shared().By(Administrator, new ChannelCommand.SetMember(new ChannelMember("alice", IsManager: true))), Full,
            () => new ChannelScene().By(Administrator, new ChannelCommand.Create("network", "Network", Settings, IsDefault: true)),
        ],
        ChannelStatus.Removed => [Removed],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The status has no scene."),
    };

    private static ChannelScene Full() =>
        Shared().By(Administrator, [.. Enumerable.Range(0, 1_000).Select(i => new ChannelCommand.SetMember(new ChannelMember($"t{i}")))]);

    private static IEnumerable<ChannelCommand> Commands(ChannelTrigger trigger) => trigger switch
    {
        ChannelTrigger.Create =>
        [
            new ChannelCommand.Create("network", "Network", Settings), new ChannelCommand.Create("network", "Other", Settings),
            new ChannelCommand.Create("network", " ", Settings, IsPrivate: true), new ChannelCommand.Create("network", new string('x', 65), Settings, IsPrivate: true),
        ],
        ChannelTrigger.Rename => [new ChannelCommand.Rename("Phones"), new ChannelCommand.Rename("")],
        ChannelTrigger.Configure => [new ChannelCommand.Configure(Settings with { Capacity = 5 })],
        ChannelTrigger.SetMember => [new ChannelCommand.SetMember(new ChannelMember("carol"))],
        ChannelTrigger.RemoveMember => [new ChannelCommand.RemoveMember("carol")],
        ChannelTrigger.Remove => [new ChannelCommand.Remove()],
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger has no command."),
    };
}
