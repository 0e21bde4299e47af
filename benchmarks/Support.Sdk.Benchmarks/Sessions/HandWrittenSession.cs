using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>
/// The lifecycle as somebody would write it without a state machine: a method per action that checks what it must and copies the record. No events, no history,
/// no refusal but an exception, no explanation.
/// </summary>
internal static class HandWrittenSession
{
    public static SupportSession Create(SessionChannel channel, SessionSecrets secrets, AttendedAccess attended, in CommandContext context)
    {
        Require(!IsEndUser(context.Actor) && attended.Check() is null && CanWorkIn(channel, context.Actor));
        return new SupportSession
        {
            Status = SessionStatus.Waiting,
            Channel = channel,
            CreatedBy = context.Actor.Id,
            CreatedAt = context.Now,
            ExpiresAt = context.Now + channel.TimeOut,
            Secrets = secrets,
            Assignee = context.Actor.Id,
        };
    }

    public static SupportSession Launch(SupportSession session, string device, in CommandContext context)
    {
        Require(IsEndUser(context.Actor) && Lives(session, context.Now) && (session.Device is null || session.Device.Id == device));
        return session with { Device = new SessionDevice(device, IsOnline: true), Status = session.Assignee is null ? SessionStatus.InQueue : SessionStatus.Active };
    }

    public static SupportSession RequestAccess(SupportSession session, string request, in CommandContext context)
    {
        Require(IsSeen(session, context.Actor) && IsJoined(session, context.Actor) && session.Status == SessionStatus.Active && Lives(session, context.Now)
            && session.Device is { IsOnline: true } && session.Access.Status == SessionAccessStatus.None);
        return session with
        {
            Access = session.Access with
            {
                Status = SessionAccessStatus.Requested,
                RequestId = request,
                RequestedBy = context.Actor.Id,
                AnswerBy = context.Now + session.Channel.ConsentTimeOut,
                LastOutcome = null,
            },
        };
    }

    public static SupportSession Grant(SupportSession session, string request, string device, in CommandContext context)
    {
        Require(IsEndUser(context.Actor) && session.Status == SessionStatus.Active && Lives(session, context.Now) && session.Device?.Id == device
            && session.Access.Status == SessionAccessStatus.Requested && session.Access.RequestId == request && context.Now < session.Access.AnswerBy);
        return session with
        {
            Access = session.Access with { Status = SessionAccessStatus.Granted, AnswerBy = null, LastOutcome = ConsentOutcome.Granted },
        };
    }

    public static SupportSession Connect(SupportSession session, in CommandContext context)
    {
        var actor = context.Actor.Id;
        Require(IsSeen(session, context.Actor) && IsJoined(session, context.Actor) && session.Status == SessionStatus.Active && Lives(session, context.Now)
            && session.Device is { IsOnline: true } && !session.Access.Connected.Contains(actor)
            && (session.Access.Status == SessionAccessStatus.Connected || (session.Access.Status == SessionAccessStatus.Granted && session.Access.RequestedBy == actor)));
        return session with
        {
            Access = session.Access with { Status = SessionAccessStatus.Connected, Connected = session.Access.Connected.Add(actor) },
        };
    }

    public static SupportSession AddNote(SupportSession session, string id, string text, in CommandContext context)
    {
        Require(IsSeen(session, context.Actor) && !string.IsNullOrWhiteSpace(text) && text.Length <= SupportSessionMachine.MaxNoteLength
            && !session.Notes.Any(note => note.Id == id));
        return session with { Notes = [.. session.Notes, new SessionNote(id, context.Actor.Id, text, context.Now)] };
    }

    public static SupportSession Disconnect(SupportSession session, in CommandContext context)
    {
        var actor = context.Actor.Id;
        Require(IsSeen(session, context.Actor) && session.Access.Connected.Contains(actor));
        var connected = session.Access.Connected.Remove(actor);
        return session with
        {
            Access = connected.IsEmpty
                ? session.Access with { Status = SessionAccessStatus.Granted, Connected = [] }
                : session.Access with { Connected = connected },
        };
    }

    public static SupportSession Close(SupportSession session, in CommandContext context)
    {
        Require(IsSeen(session, context.Actor) && Lives(session, context.Now) && session.Assignee == context.Actor.Id);
        return session with
        {
            Status = SessionStatus.Closed,
            Secrets = null,
            Invited = [],
            Access = SessionAccess.None with { LastOutcome = session.Access.LastOutcome },
        };
    }

    private static bool IsEndUser(Actor actor) => actor.Roles.Contains(SessionPermissions.EndUserRole);

    private static bool Lives(SupportSession session, DateTimeOffset now) => session.IsLive && now < session.ExpiresAt;

    private static bool IsJoined(SupportSession session, Actor actor) => session.Assignee == actor.Id || session.Invited.Contains(actor.Id);

    private static bool IsSeen(SupportSession session, Actor actor) => !IsEndUser(actor) && (IsJoined(session, actor) || CanWorkIn(session.Channel, actor));

    private static bool CanWorkIn(SessionChannel channel, Actor actor) => channel.Owner is { } owner
        ? owner == actor.Id
        : actor.Permissions.Contains(SessionPermissions.Access(channel.Id)) || actor.Permissions.Contains(SessionPermissions.Manage(channel.Id));

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("That is not possible now.");
        }
    }
}
