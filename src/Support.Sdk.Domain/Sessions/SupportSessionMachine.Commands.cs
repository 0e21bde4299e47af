using System.Diagnostics;
using Support.Sdk.StateMachines;
using static Support.Sdk.Sessions.SessionRefusals;

namespace Support.Sdk.Sessions;

// What the payload of a command decides, once the guards have let it pass.
public sealed partial class SupportSessionMachine
{
    private static SessionTrigger TriggerOf(SessionCommand command) => command switch
    {
        SessionCommand.Create => SessionTrigger.Create,
        SessionCommand.Launch => SessionTrigger.Launch,
        SessionCommand.LoseDevice => SessionTrigger.LoseDevice,
        SessionCommand.Assign => SessionTrigger.Assign,
        SessionCommand.Take => SessionTrigger.Take,
        SessionCommand.TransferToTechnician => SessionTrigger.TransferToTechnician,
        SessionCommand.TransferToChannel => SessionTrigger.TransferToChannel,
        SessionCommand.Invite => SessionTrigger.Invite,
        SessionCommand.Leave => SessionTrigger.Leave,
        SessionCommand.Release => SessionTrigger.Release,
        SessionCommand.RequestAccess => SessionTrigger.RequestAccess,
        SessionCommand.Grant => SessionTrigger.Grant,
        SessionCommand.Reject => SessionTrigger.Reject,
        SessionCommand.Connect => SessionTrigger.Connect,
        SessionCommand.Disconnect => SessionTrigger.Disconnect,
        SessionCommand.StopConnection => SessionTrigger.StopConnection,
        SessionCommand.AddNote => SessionTrigger.AddNote,
        SessionCommand.Share => SessionTrigger.Share,
        SessionCommand.Close => SessionTrigger.Close,
        SessionCommand.Delete => SessionTrigger.Delete,
        _ => throw new UnreachableException($"The command {command.GetType().Name} has no trigger."),
    };

    private static Decision<SessionEvent> DecideCreate(SupportSession? session, SessionCommand.Create create, in CommandContext context)
    {
        if (session is not null)
        {
            return session.CreatedBy == context.Actor.Id && session.Secrets == create.Secrets ? Decision<SessionEvent>.Nothing : IdTaken.Refuse();
        }

        if (create.Attended.Check() is { } missing)
        {
            return missing;
        }

        if (!SessionPermissions.CanWorkIn(create.Channel, context.Actor))
        {
            return ChannelAccessRequired.Refuse(create.Channel.Id);
        }

        return create.HasRoom
            ? new SessionEvent.Created(create.Channel, create.Secrets, context.Actor.Id, context.Now)
            : ChannelFull.Refuse(create.Channel.Id);
    }

    private static Decision<SessionEvent> DecideLaunch(SupportSession session, SessionCommand.Launch launch)
    {
        if (session.Device is { } device && device.Id != launch.DeviceId)
        {
            return OtherDevice.Refuse();
        }

        return session.Device is { IsOnline: true } ? Decision<SessionEvent>.Nothing : new SessionEvent.Launched(launch.DeviceId);
    }

    private static Decision<SessionEvent> DecideLoseDevice(SupportSession session, SessionCommand.LoseDevice lose)
    {
        if (session.IsDeleted)
        {
            return Decision<SessionEvent>.Nothing;
        }

        if (OfDevice(session, lose.DeviceId) is { } other)
        {
            return other;
        }

        return session.Device is { IsOnline: true } ? new SessionEvent.DeviceLost() : Decision<SessionEvent>.Nothing;
    }

    private static Decision<SessionEvent> DecideAssign(SupportSession session, string technician, SessionEvent @event)
    {
        if (session.Channel.Owner is { } owner && owner != technician)
        {
            return PrivateChannel.Refuse();
        }

        return session.Assignee == technician ? AlreadyAssigned.Refuse(technician) : @event;
    }

    private static Decision<SessionEvent> DecideTransfer(SupportSession session, SessionCommand.TransferToChannel transfer, Actor actor)
    {
        var channel = transfer.Channel;
        if (!SessionPermissions.CanWorkIn(channel, actor))
        {
            return ChannelAccessRequired.Refuse(channel.Id);
        }

        if (channel.Id == session.Channel.Id)
        {
            return Decision<SessionEvent>.Nothing;
        }

        if (!transfer.HasRoom)
        {
            return ChannelFull.Refuse(channel.Id);
        }

        var keepsAssignee = session.Assignee is { } assignee
            && (channel.Owner is null ? assignee == actor.Id || transfer.AssigneeHasAccess : channel.Owner == assignee);
        return new SessionEvent.MovedToChannel(channel, keepsAssignee);
    }

    private static Decision<SessionEvent> DecideInvite(SupportSession session, SessionCommand.Invite invite)
    {
        if (invite.Technician == session.Assignee)
        {
            return IsAssignee.Refuse(invite.Technician);
        }

        return session.Invited.Contains(invite.Technician) ? AlreadyInvited.Refuse(invite.Technician) : new SessionEvent.TechnicianInvited(invite.Technician);
    }

    private static Decision<SessionEvent> DecideAnswer(SupportSession session, string requestId, string deviceId, SessionEvent answer)
    {
        if (OfDevice(session, deviceId) is { } other)
        {
            return other;
        }

        // An answer to a request that was followed by another one must not count for that other one.
        return session.Access.RequestId == requestId ? answer : PermissionNotPending.Refuse();
    }

    private static Decision<SessionEvent> DecideNote(SupportSession session, SessionCommand.AddNote note, in CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(note.Text))
        {
            return NoteEmpty.Refuse();
        }

        if (note.Text.Length > MaxNoteLength)
        {
            return NoteTooLong.Refuse(MaxNoteLength);
        }

        return session.Notes.Any(existing => existing.Id == note.NoteId)
            ? Decision<SessionEvent>.Nothing
            : new SessionEvent.NoteAdded(new SessionNote(note.NoteId, context.Actor.Id, note.Text, context.Now));
    }

    private static Refusal? OfDevice(SupportSession session, string deviceId) => session.Device?.Id == deviceId ? null : OtherDevice.Refuse();
}
