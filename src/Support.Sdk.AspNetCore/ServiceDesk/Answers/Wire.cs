using Support.Sdk.Running;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>From the workflows' views to the wire.</summary>
internal static class Wire
{
    public static ServiceDeskSession Of(SessionView view, Wording wording)
    {
        var session = view.Session;
        return new()
        {
            Id = view.Id,
            Version = view.Version,
            Status = session.Status,
            Channel = session.Channel.Id,
            IsPrivate = session.Channel.Owner is not null,
            CreatedBy = session.CreatedBy,
            CreatedAt = session.CreatedAt,
            ExpiresAt = session.ExpiresAt,
            Assignee = session.Assignee,
            Invited = session.Invited,
            Device = session.Device is { } device ? new() { IsOnline = device.IsOnline } : null,
            Access = Of(session.Access),
            Notes = [.. session.Notes.Select(note => new ServiceDeskNote { Id = note.Id, Technician = note.Technician, Text = note.Text, At = note.At })],
            Actions = Of(view.Actions, wording),
        };
    }

    public static ServiceDeskChannel Of(ChannelView view, Wording wording)
    {
        var channel = view.Channel;
        return new()
        {
            Id = view.Id,
            Version = view.Version,
            Name = channel.Name,
            IsPrivate = channel.Owner is not null,
            Owner = channel.Owner,
            IsDefault = channel.IsDefault,
            Settings = new()
            {
                TimeOutSeconds = (long)channel.Settings.TimeOut.TotalSeconds,
                ConsentTimeOutSeconds = (long)channel.Settings.ConsentTimeOut.TotalSeconds,
                Capacity = channel.Settings.Capacity,
            },
            Members = [.. channel.Members.Select(member => new ServiceDeskMember { Technician = member.Technician, CanRelease = member.CanRelease, IsManager = member.IsManager })],
            Actions = Of(view.Actions, wording),
        };
    }

    public static ServiceDeskEndUserSession Of(EndUserSession session) => new()
    {
        Id = session.Id,
        Version = session.Version,
        Status = session.Status,
        Access = session.Access,
        RequestId = session.Request?.Id,
        RequestedBy = session.Request?.Technician,
        AnswerBy = session.Request?.AnswerBy,
        Connected = session.Connected,
        LastOutcome = session.LastOutcome,
        Technician = session.Technician,
        IsLaunched = session.IsLaunched,
        IsOnline = session.IsOnline,
        ExpiresAt = session.ExpiresAt,
    };

    public static ServiceDeskHistoryEntry Of(HistoryEntry<SessionEvent> entry)
    {
        var written = new ServiceDeskHistoryEntry
        {
            Version = entry.Version,
            Kind = SupportSessionMachine.Format.Write(entry.Event).Type,
            By = entry.ActorId,
            At = entry.At,
            From = entry.Change.From,
            To = entry.Change.To,
        };
        return entry.Event switch
        {
            SessionEvent.Created created => written with { Technician = created.Technician, Channel = created.Channel.Id },
            SessionEvent.Assigned assigned => written with { Technician = assigned.Technician },
            SessionEvent.Transferred transferred => written with { Technician = transferred.Technician },
            SessionEvent.MovedToChannel moved => written with { Channel = moved.Channel.Id },
            SessionEvent.TechnicianInvited invited => written with { Technician = invited.Technician },
            SessionEvent.TechnicianLeft left => written with { Technician = left.Technician },
            SessionEvent.AccessRequested requested => written with { Technician = requested.Technician, RequestId = requested.RequestId },
            SessionEvent.AccessGranted granted => written with { RequestId = granted.RequestId },
            SessionEvent.AccessRejected rejected => written with { RequestId = rejected.RequestId },
            SessionEvent.AccessTimedOut timedOut => written with { RequestId = timedOut.RequestId },
            SessionEvent.Connected connected => written with { Technician = connected.Technician },
            SessionEvent.Disconnected disconnected => written with { Technician = disconnected.Technician },
            SessionEvent.NoteAdded noted => written with { Technician = noted.Note.Technician, Text = noted.Note.Text },

            // The rest concerns the session as a whole, or the end user's computer, whose id is not told.
            _ => written,
        };
    }

    public static ServiceDeskChange Of(SessionChange change) => change switch
    {
        SessionChange.Ready => new() { Type = ServiceDeskChangeType.Ready, Position = change.Position },
        SessionChange.Reset => new() { Type = ServiceDeskChangeType.Reset, Position = change.Position },
        SessionChange.SessionChanged { IsGone: true } gone => new() { Type = ServiceDeskChangeType.Session, Position = gone.Position, SessionId = gone.SessionId, IsGone = true },
        SessionChange.SessionChanged session => new()
        {
            Type = ServiceDeskChangeType.Session,
            Position = session.Position,
            SessionId = session.SessionId,
            Channel = session.Channel,
            Kind = session.Kind,
            Version = session.Version,
            By = session.By,
            At = session.At,
            From = session.From,
            To = session.To,
            Status = session.Status,
            Assignee = session.Assignee,
        },
        SessionChange.ChannelChanged { IsGone: true } gone => new() { Type = ServiceDeskChangeType.Channel, Position = gone.Position, Channel = gone.ChannelId, IsGone = true },
        SessionChange.ChannelChanged channel => new()
        {
            Type = ServiceDeskChangeType.Channel,
            Position = channel.Position,
            Channel = channel.ChannelId,
            Kind = channel.Kind,
            Version = channel.Version,
            By = channel.By,
            At = channel.At,
            Name = channel.Name,
        },
        _ => throw new ArgumentException($"The feed told of a {change.GetType().Name}, which the wire does not know.", nameof(change)),
    };

    public static IReadOnlyList<ServiceDeskAction> Of(IReadOnlyList<ActionStatus> actions, Wording wording) =>
    [
        .. actions.Select(action => new ServiceDeskAction
        {
            Name = action.Action,
            Availability = action.Availability,
            Refusal = action.Refusal is { } refusal ? wording.Describe(refusal) : null,
        }),
    ];

    private static ServiceDeskAccess Of(SessionAccess access) => new()
    {
        Status = access.Status,
        RequestId = access.RequestId,
        RequestedBy = access.RequestedBy,
        AnswerBy = access.AnswerBy,
        Connected = access.Connected,
        LastOutcome = access.LastOutcome,
    };
}
