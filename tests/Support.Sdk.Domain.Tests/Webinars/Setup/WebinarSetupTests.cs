using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Setup.Setups;

namespace Support.Sdk.Tests.Webinars.Setup;

public sealed class WebinarSetupTests
{
    [Fact]
    [Requirement("WBN-02")]
    public void SaveMapping_WithoutConfirmation_AsksForThePrimaryKey()
    {
        var refusal = WebinarSetupMachine.Decide(null, new WebinarSetupCommand.SaveMapping(Contact, null), ByAdministrator).Refusal;

        refusal.ShouldBe(WebinarSetupRefusals.ConfirmPrimaryKey.Refuse("Contact", "Email"));
        WebinarSetupMachine.Decide(null, new WebinarSetupCommand.SaveMapping(Contact, "LastName"), ByAdministrator).Refusal.ShouldBe(refusal);
        WebinarSetupMachine.Decide(null, new WebinarSetupCommand.SaveMapping(Contact, "EMAIL"), ByAdministrator).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    [Requirement("WBN-02")]
    public void SaveMapping_OfAnObjectThatHasOne_TakesItsPlace()
    {
        var state = Of(Saved(Visitor), Saved(Contact));

        var after = Then(state, Save(Contact with { Object = "CONTACT", InsertMode = InsertMode.InsertNewForEachWebinar }));

        after.Mappings.Select(static mapping => mapping.Object).ShouldBe(["CONTACT", "Visitor__c"]);
        after.Find("contact")!.InsertMode.ShouldBe(InsertMode.InsertNewForEachWebinar);
    }

    [Fact]
    [Requirement("WBN-07")]
    public void SaveMapping_WithAnotherKey_NamesTheNumbersUntilConfirmed()
    {
        var state = Of(Saved(Contact));

        WebinarSetupMachine.Decide(state, Save(ContactByName, new KeyChange("Email", Harmful)), ByAdministrator).Refusal
            .ShouldBe(WebinarSetupRefusals.ConfirmKeyChange.Refuse("Contact", "Email", "LastName", 10, 3, 2));

        Then(state, Save(ContactByName, new KeyChange("Email", Harmful, IsConfirmed: true))).FindKey("Contact").ShouldBe("LastName");
        Then(state, Save(ContactByName, new KeyChange("Email", Safe))).FindKey("Contact").ShouldBe("LastName");
    }

    [Fact]
    [Requirement("WBN-07")]
    public void SaveMapping_WithAnotherKeyNobodyLookedAt_IsRefusedEvenWhenConfirmed()
    {
        var state = Of(Saved(Contact));
        var unchecked_ = WebinarSetupRefusals.KeyChangeUnchecked.Refuse("Contact", "Email", "LastName");

        WebinarSetupMachine.Decide(state, Save(ContactByName), ByAdministrator).Refusal.ShouldBe(unchecked_);
        WebinarSetupMachine.Decide(state, Save(ContactByName, new KeyChange("Phone", Safe, IsConfirmed: true)), ByAdministrator).Refusal.ShouldBe(unchecked_);
    }

    [Fact]
    [Requirement("WBN-07")]
    public void SaveMapping_AfterADeletion_StillKnowsTheKeyOfWhatWasImported()
    {
        var state = Of(Saved(Contact), new WebinarSetupEvent.MappingDeleted("Contact"));

        WebinarSetupMachine.Decide(state, Save(ContactByName, new KeyChange("Email", Harmful)), ByAdministrator).Refusal!.Definition.ShouldBe(WebinarSetupRefusals.ConfirmKeyChange);
        Then(state, Save(Contact)).FormerKeys.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("WBN-02")]
    public void DeleteMapping_Unconfirmed_Asks()
    {
        var state = Of(Saved(Contact));

        WebinarSetupMachine.Decide(state, new WebinarSetupCommand.DeleteMapping("contact", false), ByAdministrator).Refusal
            .ShouldBe(WebinarSetupRefusals.ConfirmDelete.Refuse("Contact"));
        Then(state, new WebinarSetupCommand.DeleteMapping("contact", true)).Mappings.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("WBN-08")]
    public void Configure_WithoutThePermission_IsRefusedForEverybody_TheSdkIncluded()
    {
        foreach (var actor in new[] { new Actor("olaf", roles: ["System Administrator"]), Actor.System })
        {
            var context = new CommandContext(actor, ByStranger.Now);
            foreach (var trigger in Enum.GetValues<WebinarSetupTrigger>())
            {
                Setups.Of(trigger).ShouldAllBe(command => WebinarSetupMachine.Decide(null, command, context).Refusal!.Definition == ImportRefusals.PermissionRequired);
            }

            WebinarSetupMachine.Explain(null, context).ShouldAllBe(static action => action.Availability == ActionAvailability.Refused);
        }
    }

    [Fact]
    [Requirement("WBN-08")]
    public void Access_OfUsersAndProfiles_IsKeptWhileEverybodyMay()
    {
        var state = Then(
            WebinarSetup.None,
            new WebinarSetupCommand.AddUser(" bob "),
            new WebinarSetupCommand.AddProfile("Marketing"),
            new WebinarSetupCommand.SwitchEverybody(true),
            new WebinarSetupCommand.RemoveUser("BOB"),
            new WebinarSetupCommand.AddUser("eve"),
            new WebinarSetupCommand.SwitchEverybody(false));

        state.Access.ShouldBe(new ImportAccess { Users = ["eve"], Profiles = ["Marketing"] });
    }

    [Theory]
    [Requirement("WBN-09")]
    [InlineData(-1, 0, -1)]
    [InlineData(0, 3651, 3651)]
    public void SetRange_BeyondTheLimit_IsRefusedWithIt(int past, int upcoming, int days) =>
        WebinarSetupMachine.Decide(null, new WebinarSetupCommand.SetRange(past, upcoming), ByAdministrator).Refusal.ShouldBe(WebinarSetupRefusals.RangeInvalid.Refuse(days, 3650));

    [Fact]
    [Requirement("WBN-09")]
    public void SetRange_WithinTheLimit_IsKept()
    {
        WebinarSetup.None.Range.ShouldBe(new WebinarRange(7, 30));
        Then(WebinarSetup.None, new WebinarSetupCommand.SetRange(0, 3650)).Range.ShouldBe(new WebinarRange(0, 3650));
    }

    private static WebinarSetup Then(WebinarSetup state, params WebinarSetupCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = WebinarSetupMachine.Decide(state, command, ByAdministrator);
            decision.Refusal.ShouldBeNull();
            state = After(state, decision);
        }

        return state;
    }
}
