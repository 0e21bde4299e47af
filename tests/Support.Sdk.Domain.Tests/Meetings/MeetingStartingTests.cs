using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// Prerequisites, instant meetings, and the start of scheduled ones.
public sealed class MeetingStartingTests
{
    public static TheoryData<string, string> Unmet => new()
    {
        { nameof(MeetingPrerequisites.ExtensionInstalled), "meetings.extension-not-installed" },
        { nameof(MeetingPrerequisites.SiteLinked), "meetings.site-not-linked" },
        { nameof(MeetingPrerequisites.ExtensionEnabled), "meetings.extension-not-enabled" },
        { nameof(MeetingPrerequisites.ReauthorizationRequired), "meetings.reauthorization-required" },
        { nameof(MeetingPrerequisites.AccountRestricted), "meetings.account-restricted" },
        { nameof(MeetingPrerequisites.HasPersonalRoom), "meetings.no-personal-room" },
    };

    [Fact]
    [Requirement("MTG-01")]
    public void StartInstant_Provisioned_IsLiveInThePersonalRoomWithAJoinLink()
    {
        var scene = new MeetingScene().Given(StartInstant());
        scene.Effects.ShouldBe([new MeetingEffect.Provision(Id)]);

        scene.Given(Provisioned(access: Room));

        scene.Meeting.Status.ShouldBe(MeetingStatus.Live);
        scene.Meeting.Access.ShouldBe(Room);
        scene.Meeting.Course!.StartedAt.ShouldBe(Now);
        MeetingMachine.JoinGuard(scene.Meeting, scene.Now).ShouldBeNull();
    }

    [Fact]
    [Requirement("MTG-01")]
    public void StartInstant_WhileAMeetingIsScheduled_IsAllowed() =>
        MeetingScenes.Scheduled().Given(StartInstant("m2", "r2"), Provisioned("m2", Room)).State.Meetings.Length.ShouldBe(2);

    [Fact]
    [Requirement("MTG-01")]
    public void StartInstant_GivenTwice_IsOneMeeting()
    {
        var scene = new MeetingScene().Given(StartInstant(), StartInstant());

        scene.State.Meetings.Length.ShouldBe(1);
        scene.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Unmet))]
    [Requirement("MTG-02")]
    public void StartAndSchedule_PrerequisiteUnmet_AreRefusedEachWithItsOwnCodeAndWhomToAsk(string fact, string code)
    {
        var facts = fact switch
        {
            nameof(MeetingPrerequisites.ExtensionInstalled) => new MeetingPrerequisites { ExtensionInstalled = false },
            nameof(MeetingPrerequisites.SiteLinked) => new MeetingPrerequisites { SiteLinked = false },
            nameof(MeetingPrerequisites.ExtensionEnabled) => new MeetingPrerequisites { ExtensionEnabled = false },
            nameof(MeetingPrerequisites.ReauthorizationRequired) => new MeetingPrerequisites { ReauthorizationRequired = true },
            nameof(MeetingPrerequisites.AccountRestricted) => new MeetingPrerequisites { AccountRestricted = true },
            _ => new MeetingPrerequisites { HasPersonalRoom = false },
        };
        var scene = new MeetingScene();

        scene.RefusalOf(Schedule(prerequisites: facts)).ShouldBe(code);
        var refusal = scene.When(StartInstant(prerequisites: facts)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Definition.Remedies.ShouldContain(remedy => remedy.Kind == RemedyKind.Ask);
        scene.Events.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("MTG-02")]
    public void Schedule_EverythingUnmet_NamesWhatComesFirst() =>
        new MeetingScene().RefusalOf(Schedule(prerequisites: new MeetingPrerequisites { ExtensionInstalled = false, HasPersonalRoom = false, SiteLinked = false }))
            .ShouldBe("meetings.extension-not-installed");

    [Fact]
    [Requirement("MTG-07")]
    public void Start_OneTickBeforeItOpens_IsRefusedAndSaysWhen()
    {
        var scene = MeetingScenes.Scheduled().At(OpensAt.AddTicks(-1));

        scene.Action(MeetingTrigger.Start).Refusal!.NotBefore.ShouldBe(OpensAt);
        var refusal = scene.When(new MeetingCommand.Start(Id)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("meetings.not-yet");
        refusal["opensAt"]!.Value.AsInstant().ShouldBe(OpensAt);
        scene.Meeting.Status.ShouldBe(MeetingStatus.Scheduled);
    }

    [Fact]
    [Requirement("MTG-07")]
    public void Start_ExactlyWhenItOpens_IsAllowed()
    {
        var scene = MeetingScenes.Scheduled().At(OpensAt);

        scene.Action(MeetingTrigger.Start).Availability.ShouldBe(ActionAvailability.Allowed);
        scene.Given(new MeetingCommand.Start(Id)).Meeting.Course!.StartedAt.ShouldBe(OpensAt);
    }

    [Fact]
    [Requirement("MTG-07")]
    public void Start_ExactlyAtTheEndOfItsTime_ComesTooLate()
    {
        var scene = MeetingScenes.Scheduled().At(EndsAt.AddTicks(-1));
        scene.Meeting.Status.ShouldBe(MeetingStatus.Scheduled);

        scene.At(EndsAt).RefusalOf(new MeetingCommand.Start(Id)).ShouldBe("meetings.over");
        scene.Meeting.Status.ShouldBe(MeetingStatus.Missed);
        scene.Effects[^1].ShouldBe(new MeetingEffect.Reconcile(Id));
    }

    [Fact]
    [Requirement("MTG-07")]
    public void Start_Twice_RecordsOneStart()
    {
        var scene = MeetingScenes.Live().At(OpensAt.AddMinutes(1)).Given(new MeetingCommand.Start(Id));

        scene.Meeting.Course!.StartedAt.ShouldBe(OpensAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Schedule_IdThatNoProviderTakesAsTag_Throws(string id) => Should.Throw<ArgumentException>(() => new MeetingScene().When(Schedule(id)));
}
