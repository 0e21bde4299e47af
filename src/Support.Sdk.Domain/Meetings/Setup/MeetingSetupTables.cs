using Support.Sdk.StateMachines;
using static Support.Sdk.Meetings.MeetingSetupRefusals;
using static Support.Sdk.Meetings.MeetingSetupStatus;
using static Support.Sdk.Meetings.MeetingSetupTrigger;

namespace Support.Sdk.Meetings;

/// <summary>The transition table of the set-up machine.</summary>
public static class MeetingSetupTables
{
    /// <summary>What befalls the set-up: status × trigger.</summary>
    public static TransitionTable<MeetingSetupStatus, MeetingSetupTrigger> Setup { get; } =
        TransitionTable<MeetingSetupStatus, MeetingSetupTrigger>.Create("meeting-setup", NotInstalled, table =>
        {
            table.Move(NotInstalled, Install, Installed, unless: [PermissionMissing]);
            table.Stay(Installed, Install, PermissionMissing);
            table.Stay(Linked, Install, PermissionMissing);
            table.Stay(Enabled, Install, PermissionMissing);

            table.Stay(NotInstalled, Uninstall, PermissionMissing);
            table.Move(Installed, Uninstall, NotInstalled, unless: [PermissionMissing]);
            table.Move(Linked, Uninstall, NotInstalled, unless: [PermissionMissing]);
            table.Move(Enabled, Uninstall, NotInstalled, unless: [PermissionMissing]);

            table.Move(Installed, LinkSite, Linked, unless: [PermissionMissing, SiteEmpty]);
            table.Stay(Linked, LinkSite, PermissionMissing, SiteEmpty);
            table.Move(Enabled, LinkSite, Linked, or: [Enabled], unless: [PermissionMissing, SiteEmpty]);
            table.OtherwiseRefuse(LinkSite, MeetingRefusals.ExtensionNotInstalled, PermissionMissing);

            table.Stay(Installed, UnlinkSite, PermissionMissing);
            table.Move(Linked, UnlinkSite, Installed, unless: [PermissionMissing]);
            table.Move(Enabled, UnlinkSite, Installed, unless: [PermissionMissing]);
            table.OtherwiseRefuse(UnlinkSite, MeetingRefusals.ExtensionNotInstalled, PermissionMissing);

            table.Refuse(Installed, EnableExtension, MeetingRefusals.SiteNotLinked, PermissionMissing);
            table.Move(Linked, EnableExtension, Enabled, unless: [PermissionMissing]);
            table.Stay(Enabled, EnableExtension, PermissionMissing);
            table.OtherwiseRefuse(EnableExtension, MeetingRefusals.ExtensionNotInstalled, PermissionMissing);

            table.Stay(Installed, DisableExtension, PermissionMissing);
            table.Stay(Linked, DisableExtension, PermissionMissing);
            table.Move(Enabled, DisableExtension, Linked, unless: [PermissionMissing]);
            table.OtherwiseRefuse(DisableExtension, MeetingRefusals.ExtensionNotInstalled, PermissionMissing);

            foreach (var trigger in (MeetingSetupTrigger[])[SignInAdministrator, EnableMeetings, DisableMeetings, ConfigureLogging, ConfigureLists])
            {
                RefusalCode[] codes = trigger switch
                {
                    EnableMeetings => [PermissionMissing, AdministratorNotSignedIn],
                    ConfigureLists => [PermissionMissing, RangeInvalid],
                    _ => [PermissionMissing],
                };
                table.Refuse(NotInstalled, trigger, MeetingRefusals.ExtensionNotInstalled, PermissionMissing);
                table.Stay(Installed, trigger, codes);
                table.Stay(Linked, trigger, codes);
                table.Stay(Enabled, trigger, codes);
            }
        });
}
