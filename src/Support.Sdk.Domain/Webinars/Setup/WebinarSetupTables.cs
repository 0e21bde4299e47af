using Support.Sdk.StateMachines;
using static Support.Sdk.Webinars.ImportRefusals;
using static Support.Sdk.Webinars.WebinarSetupRefusals;
using static Support.Sdk.Webinars.WebinarSetupStatus;
using static Support.Sdk.Webinars.WebinarSetupTrigger;

namespace Support.Sdk.Webinars;

/// <summary>The transition table of the import's configuration.</summary>
public static class WebinarSetupTables
{
    /// <summary>What befalls the configuration: status × trigger.</summary>
    public static TransitionTable<WebinarSetupStatus, WebinarSetupTrigger> Setup { get; } =
        TransitionTable<WebinarSetupStatus, WebinarSetupTrigger>.Create("webinar-setup", Unmapped, table =>
        {
            table.Move(Unmapped, SaveMapping, Off, or: [On], unless: [PermissionRequired, ConfirmPrimaryKey, ConfirmKeyChange, KeyChangeUnchecked]);
            table.Stay(Off, SaveMapping, PermissionRequired, ConfirmPrimaryKey, ConfirmKeyChange, KeyChangeUnchecked);
            table.Stay(On, SaveMapping, PermissionRequired, ConfirmPrimaryKey, ConfirmKeyChange, KeyChangeUnchecked);

            table.Refuse(Unmapped, DeleteMapping, MappingMissing, PermissionRequired);
            table.Move(Off, DeleteMapping, Unmapped, or: [Off], unless: [PermissionRequired, MappingMissing, ConfirmDelete]);
            table.Move(On, DeleteMapping, Unmapped, or: [On], unless: [PermissionRequired, MappingMissing, ConfirmDelete]);

            // Who may is kept while there is no mapping, and counts as soon as there is one.
            table.Stay(Unmapped, SwitchEverybody, PermissionRequired);
            table.Move(Off, SwitchEverybody, On, or: [Off], unless: [PermissionRequired]);
            table.Move(On, SwitchEverybody, Off, or: [On], unless: [PermissionRequired]);
            foreach (var trigger in (WebinarSetupTrigger[])[AddUser, AddProfile])
            {
                table.Stay(Unmapped, trigger, PermissionRequired, NameEmpty);
                table.Move(Off, trigger, On, unless: [PermissionRequired, NameEmpty]);
                table.Stay(On, trigger, PermissionRequired, NameEmpty);
            }

            foreach (var trigger in (WebinarSetupTrigger[])[RemoveUser, RemoveProfile])
            {
                table.Stay(Unmapped, trigger, PermissionRequired, NameEmpty);
                table.Stay(Off, trigger, PermissionRequired, NameEmpty);
                table.Move(On, trigger, Off, or: [On], unless: [PermissionRequired, NameEmpty]);
            }

            foreach (var status in (WebinarSetupStatus[])[Unmapped, Off, On])
            {
                table.Stay(status, SetRange, PermissionRequired, RangeInvalid);
            }
        });
}
