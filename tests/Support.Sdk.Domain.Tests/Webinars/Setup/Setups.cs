using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Setup;

internal static class Setups
{
    public static readonly CommandContext ByAdministrator = new(new Actor("ada", permissions: [ImportAccess.ImportAdmin]), new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public static readonly CommandContext ByStranger = new(new Actor("olaf"), new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public static readonly WebinarMapping Contact = Mappings.OfContact;

    public static readonly WebinarMapping ContactByName = Mappings.OfContact with { PrimaryKey = "LastName" };

    public static readonly WebinarMapping Visitor = Mappings.Parse(Mappings.Everything);

    public static readonly KeyChangeForecast Harmful = new() { Records = 10, Found = 5, Lost = 3, Shared = 2, SharedKeys = 1, LostExamples = ["003A"], SharedExamples = ["003B"] };

    public static readonly KeyChangeForecast Safe = new() { Records = 10, Found = 10 };

    public static WebinarSetup Of(params WebinarSetupEvent[] events) => events.Aggregate(WebinarSetup.None, WebinarSetupMachine.Evolve);

    public static WebinarSetup After(WebinarSetup state, Decision<WebinarSetupEvent> decision)
    {
        foreach (var happened in decision)
        {
            state = WebinarSetupMachine.Evolve(state, happened);
        }

        return state;
    }

    public static WebinarSetupEvent Saved(WebinarMapping mapping) => new WebinarSetupEvent.MappingSaved(mapping);

    public static WebinarSetupCommand Save(WebinarMapping mapping, KeyChange? change = null) => new WebinarSetupCommand.SaveMapping(mapping, mapping.PrimaryKey, change);

    /// <summary>A state of each kind that there is in a status.</summary>
    public static IEnumerable<WebinarSetup> In(WebinarSetupStatus status)
    {
        WebinarSetupEvent everybody = new WebinarSetupEvent.EverybodySwitched(true);
        WebinarSetupEvent user = new WebinarSetupEvent.UserAdded("bob");
        WebinarSetupEvent profile = new WebinarSetupEvent.ProfileAdded("Marketing");
        return status switch
        {
            WebinarSetupStatus.Unmapped =>
                [WebinarSetup.None, Of(everybody), Of(user, profile), Of(Saved(Contact), new WebinarSetupEvent.MappingDeleted("Contact"))],
            WebinarSetupStatus.Off => [Of(Saved(Contact)), Of(Saved(Contact), Saved(Visitor))],
            _ => [Of(Saved(Contact), everybody), Of(Saved(Contact), Saved(Visitor), everybody), Of(Saved(Contact), user), Of(Saved(Contact), profile), Of(Saved(Contact), user, profile)],
        };
    }

    /// <summary>Commands with everything that a trigger can bring.</summary>
    public static IEnumerable<WebinarSetupCommand> Of(WebinarSetupTrigger trigger) => trigger switch
    {
        WebinarSetupTrigger.SaveMapping =>
        [
            Save(Contact),
            Save(Visitor),
            Save(Contact with { Campaign = CampaignLink.Both }),
            Save(ContactByName),
            Save(ContactByName, new KeyChange("email", Harmful)),
            Save(ContactByName, new KeyChange("Email", Harmful, IsConfirmed: true)),
            Save(ContactByName, new KeyChange("Email", Safe)),
            Save(ContactByName, new KeyChange("Phone", Safe, IsConfirmed: true)),
            new WebinarSetupCommand.SaveMapping(Contact, null),
            new WebinarSetupCommand.SaveMapping(Contact, "FirstName"),
        ],
        WebinarSetupTrigger.DeleteMapping =>
        [
            new WebinarSetupCommand.DeleteMapping("contact", true),
            new WebinarSetupCommand.DeleteMapping("Contact", false),
            new WebinarSetupCommand.DeleteMapping("Lead", true),
        ],
        WebinarSetupTrigger.SwitchEverybody => [new WebinarSetupCommand.SwitchEverybody(true), new WebinarSetupCommand.SwitchEverybody(false)],
        WebinarSetupTrigger.AddUser => [new WebinarSetupCommand.AddUser("BOB"), new WebinarSetupCommand.AddUser("eve"), new WebinarSetupCommand.AddUser(" ")],
        WebinarSetupTrigger.RemoveUser => [new WebinarSetupCommand.RemoveUser(" BOB "), new WebinarSetupCommand.RemoveUser("eve"), new WebinarSetupCommand.RemoveUser("")],
        WebinarSetupTrigger.AddProfile =>
            [new WebinarSetupCommand.AddProfile("marketing"), new WebinarSetupCommand.AddProfile("Sales"), new WebinarSetupCommand.AddProfile(" ")],
        WebinarSetupTrigger.RemoveProfile =>
            [new WebinarSetupCommand.RemoveProfile("marketing"), new WebinarSetupCommand.RemoveProfile("Sales"), new WebinarSetupCommand.RemoveProfile("")],
        _ =>
        [
            new WebinarSetupCommand.SetRange(0, WebinarRange.MaximumDays),
            new WebinarSetupCommand.SetRange(7, 30),
            new WebinarSetupCommand.SetRange(-1, 2),
            new WebinarSetupCommand.SetRange(1, WebinarRange.MaximumDays + 1),
        ],
    };
}
