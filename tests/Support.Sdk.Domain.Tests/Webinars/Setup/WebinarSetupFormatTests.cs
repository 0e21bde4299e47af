using System.Text;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Setup;

// What is stored outlives every release: names and shapes in JSON are pinned in committed files.
public sealed class WebinarSetupFormatTests
{
    private const string Folder = "tests/Support.Sdk.Domain.Tests/Webinars/Setup/Json/";

    private static readonly WebinarSetupEvent[] Events =
    [
        new WebinarSetupEvent.MappingSaved(Setups.Contact),
        new WebinarSetupEvent.MappingDeleted("Contact"),
        new WebinarSetupEvent.MappingSaved(Setups.Visitor),
        new WebinarSetupEvent.EverybodySwitched(true),
        new WebinarSetupEvent.UserAdded("bob"),
        new WebinarSetupEvent.UserRemoved("bob"),
        new WebinarSetupEvent.ProfileAdded("Marketing"),
        new WebinarSetupEvent.ProfileRemoved("Marketing"),
        new WebinarSetupEvent.RangeSet(14, 90),
    ];

    private static WebinarSetup State => Setups.Of([.. Events, new WebinarSetupEvent.UserAdded("eve"), new WebinarSetupEvent.ProfileAdded("Sales")]);

    [Fact]
    public void Events_InJson_KeepTheirNamesAndShapes()
    {
        Events.Select(static @event => WebinarSetupMachine.Format.Write(@event).Type).Distinct().ShouldBe(WebinarSetupMachine.Format.EventTypes, ignoreOrder: true);

        CommittedFile.ShouldHold(Folder + "events.json", Lines(Events.Select(static @event => WebinarSetupMachine.Format.Write(@event).Data)));
    }

    [Fact]
    public void State_InJson_KeepsItsShape() => CommittedFile.ShouldHold(Folder + "state.json", Lines([WebinarSetupMachine.Format.Write(State).Data]));

    [Fact]
    public void Read_OfEverythingWritten_GivesTheSameAgain()
    {
        foreach (var happened in Events)
        {
            WebinarSetupMachine.Format.Read(WebinarSetupMachine.Format.Write(happened)).ShouldBe(happened);
        }

        WebinarSetupMachine.Format.Read(WebinarSetupMachine.Format.Write(State)).ShouldBe(State);
        WebinarSetupMachine.Format.Read(WebinarSetupMachine.Format.Write(WebinarSetup.None)).ShouldBe(WebinarSetup.None);
    }

    [Fact]
    public void StreamOf_AnAccount_NamesSystemAndAccount() => WebinarSetupMachine.StreamOf("salesforce", "acme").Value.ShouldBe("webinar-setup/salesforce:acme");

    private static string Lines(IEnumerable<ReadOnlyMemory<byte>> items) => $"[\n{string.Join(",\n", items.Select(static item => Encoding.UTF8.GetString(item.Span)))}\n]\n";
}
