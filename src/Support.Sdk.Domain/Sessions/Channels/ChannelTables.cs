using Support.Sdk.StateMachines;
using static Support.Sdk.Sessions.ChannelRefusals;

namespace Support.Sdk.Sessions;

/// <summary>The transition table of the channel machine.</summary>
public static class ChannelTables
{
    /// <summary>What befalls a channel: status × trigger.</summary>
    public static TransitionTable<ChannelStatus, ChannelTrigger> Channel { get; } =
        TransitionTable<ChannelStatus, ChannelTrigger>.Create("session-channel", ChannelStatus.None, table =>
        {
            table.Move(ChannelStatus.None, ChannelTrigger.Create, ChannelStatus.Open, unless: [TechnicianOnly, AdministratorRequired, NameInvalid]);
            table.Stay(ChannelStatus.Open, ChannelTrigger.Create, TechnicianOnly, AdministratorRequired, NameInvalid, IdTaken);
            table.Refuse(ChannelStatus.Removed, ChannelTrigger.Create, IdTaken, TechnicianOnly, AdministratorRequired, NameInvalid);

            table.Stay(ChannelStatus.Open, ChannelTrigger.Rename, NotFound, TechnicianOnly, ManagerRequired, NameInvalid);
            table.Stay(ChannelStatus.Open, ChannelTrigger.Configure, NotFound, TechnicianOnly, ManagerRequired);
            table.Stay(ChannelStatus.Open, ChannelTrigger.SetMember, NotFound, TechnicianOnly, ManagerRequired, PrivateChannel, MemberLimit);
            table.Stay(ChannelStatus.Open, ChannelTrigger.RemoveMember, NotFound, TechnicianOnly, ManagerRequired, PrivateChannel);
            table.Move(
                ChannelStatus.Open,
                ChannelTrigger.Remove,
                ChannelStatus.Removed,
                unless: [NotFound, TechnicianOnly, AdministratorRequired, DefaultChannel]);

            foreach (var trigger in Enum.GetValues<ChannelTrigger>().Except([ChannelTrigger.Create]))
            {
                table.OtherwiseRefuse(trigger, NotFound, TechnicianOnly);
            }

            table.Terminal(ChannelStatus.Removed);
        });
}
