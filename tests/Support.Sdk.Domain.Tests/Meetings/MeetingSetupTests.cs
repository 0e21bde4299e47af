using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Meetings;

public sealed class MeetingSetupTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Administrator = new("root", permissions: [MeetingSetupRefusals.ConfigurePermission]);
    private static readonly Actor Stranger = new("stranger");

    public static TheoryData<MeetingSetupStatus, MeetingSetupTrigger> Cells()
    {
        TheoryData<MeetingSetupStatus, MeetingSetupTrigger> data = [];
        foreach (var status in Enum.GetValues<MeetingSetupStatus>())
        {
            foreach (var trigger in Enum.GetValues<MeetingSetupTrigger>())
            {
                data.Add(status, trigger);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_InEveryCell_DoesWhatTheTableSays(MeetingSetupStatus status, MeetingSetupTrigger trigger)
    {
        var cell = MeetingSetupTables.Setup[status, trigger];
        HashSet<MeetingSetupStatus> reached = [];
        HashSet<RefusalCode> refused = [];
        foreach (var actor in new[] { Administrator, Stranger })
        {
            foreach (var signedIn in new[] { false, true })
            {
                foreach (var command in CommandsOf(trigger))
                {
                    var state = StateIn(status) with { AdministratorSignedIn = signedIn };
                    var context = new CommandContext(actor, Now);
                    var decision = MeetingSetupMachine.Decide(state, command, context);
                    if (decision.Refusal is { } refusal)
                    {
                        refused.Add(refusal.Definition);
                        continue;
                    }

                    MeetingSetupMachine.Explain(state, context)[(int)trigger].Availability.ShouldNotBe(ActionAvailability.Refused, "what is done was not refused beforehand");
                    foreach (var happened in decision)
                    {
                        var before = state;
                        state = MeetingSetupMachine.Evolve(state, happened);
                        MeetingSetupMachine.Format.Read(MeetingSetupMachine.Format.Write(happened)).ShouldBe(happened);
                        MeetingSetupMachine.Describe(before, happened, state).To.ShouldBe(state.Status.ToString());
                    }

                    reached.Add(state.Status);
                    MeetingSetupMachine.Format.Read(MeetingSetupMachine.Format.Write(state)).ShouldBe(state);
                }
            }
        }

        reached.ShouldBe(cell.Targets, ignoreOrder: true);
        refused.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    [Fact]
    [Requirement("MTG-15")]
    public void EnableMeetings_BeforeTheAdministratorSignsIn_IsRefusedAndExplainedAlike()
    {
        var state = StateIn(MeetingSetupStatus.Enabled);
        var context = new CommandContext(Administrator, Now);

        var refusal = MeetingSetupMachine.Decide(state, new MeetingSetupCommand.EnableMeetings(), context).Refusal;

        refusal.ShouldBe(MeetingSetupRefusals.AdministratorNotSignedIn.Refuse());
        MeetingSetupMachine.Explain(state, context)[(int)MeetingSetupTrigger.EnableMeetings].Refusal.ShouldBe(refusal);
    }

    [Theory]
    [Requirement("MTG-13")]
    [InlineData(-1, 5)]
    [InlineData(5, 366)]
    public void ConfigureLists_BeyondARange_IsRefusedWithTheLimit(int past, int upcoming)
    {
        var refusal = MeetingSetupMachine.Decide(StateIn(MeetingSetupStatus.Enabled), new MeetingSetupCommand.ConfigureLists(past, upcoming), new CommandContext(Administrator, Now)).Refusal;

        refusal!.Code.ShouldBe("meetings.range-invalid");
        refusal["maximum"]!.Value.AsNumber().ShouldBe(365);
    }

    [Fact]
    [Requirement("MTG-02")]
    public void LinkSite_ToAnotherSite_NeedsItsAdministratorToEnableTheExtensionAnew()
    {
        var decision = MeetingSetupMachine.Decide(StateIn(MeetingSetupStatus.Enabled), new MeetingSetupCommand.LinkSite("other.webex.com"), new CommandContext(Administrator, Now));

        MeetingSetupMachine.Evolve(StateIn(MeetingSetupStatus.Enabled), decision[0]).ToPrerequisites().ExtensionEnabled.ShouldBeFalse();
    }

    private static MeetingSetup StateIn(MeetingSetupStatus status) => new() { Status = status, Site = status >= MeetingSetupStatus.Linked ? "acme.webex.com" : "" };

    private static IEnumerable<MeetingSetupCommand> CommandsOf(MeetingSetupTrigger trigger) => trigger switch
    {
        MeetingSetupTrigger.Install => [new MeetingSetupCommand.Install()],
        MeetingSetupTrigger.Uninstall => [new MeetingSetupCommand.Uninstall()],
        MeetingSetupTrigger.LinkSite => [new MeetingSetupCommand.LinkSite("acme.webex.com"), new MeetingSetupCommand.LinkSite("other.webex.com"), new MeetingSetupCommand.LinkSite(" ")],
        MeetingSetupTrigger.UnlinkSite => [new MeetingSetupCommand.UnlinkSite()],
        MeetingSetupTrigger.EnableExtension => [new MeetingSetupCommand.EnableExtension()],
        MeetingSetupTrigger.DisableExtension => [new MeetingSetupCommand.DisableExtension()],
        MeetingSetupTrigger.SignInAdministrator => [new MeetingSetupCommand.SignInAdministrator()],
        MeetingSetupTrigger.EnableMeetings => [new MeetingSetupCommand.EnableMeetings()],
        MeetingSetupTrigger.DisableMeetings => [new MeetingSetupCommand.DisableMeetings()],
        MeetingSetupTrigger.ConfigureLogging => [new MeetingSetupCommand.ConfigureLogging(true), new MeetingSetupCommand.ConfigureLogging(false)],
        _ => [new MeetingSetupCommand.ConfigureLists(1, 2), new MeetingSetupCommand.ConfigureLists(-1, 2)],
    };
}
