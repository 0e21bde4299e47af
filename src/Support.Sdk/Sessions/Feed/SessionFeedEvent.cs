using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>Something that happened to a session.</summary>
internal sealed class SessionFeedEvent : FeedEvent
{
    private readonly SupportSession? _before;
    private readonly SupportSession _after;
    private readonly FeedChannel _channelBefore;
    private readonly FeedChannel _channelAfter;
    private readonly bool _isNote;

    // All listeners share these.
    private readonly SessionChange.SessionChanged _change;
    private SessionChange.SessionChanged? _gone;
    private SessionChange.SessionChanged? _forEndUser;

    public SessionFeedEvent(RecordedEvent recorded, SessionEvent @event, SupportSession? before, SupportSession after, FeedChannel channelBefore, FeedChannel channelAfter)
    {
        _before = before;
        _after = after;
        _channelBefore = channelBefore;
        _channelAfter = channelAfter;
        _isNote = @event is SessionEvent.NoteAdded;
        _change = new(recorded.Position, recorded.Stream.Key)
        {
            Kind = recorded.Event.Type,
            Version = recorded.Version,
            At = recorded.At,
            By = recorded.ActorId,
            From = recorded.Change.From,
            To = recorded.Change.To,
            Status = after.Status,
            Channel = after.Channel.Id,
            Assignee = after.Assignee,
        };
    }

    public override SessionChange? For(Actor technician)
    {
        if (Sees(technician, _after, _channelAfter))
        {
            return _change;
        }

        return _before is not null && Sees(technician, _before, _channelBefore) ? Gone : null;
    }

    public override SessionChange? ForEndUserOf(string sessionId)
    {
        if (_isNote || _change.SessionId != sessionId)
        {
            return null;
        }

        return _after.IsDeleted ? Gone : _forEndUser ??= _change with { By = null, Channel = null, Assignee = null };
    }

    private SessionChange.SessionChanged Gone => _gone ??= new(_change.Position, _change.SessionId) { IsGone = true };

    // As SupportSessionMachine.IsVisibleTo with the permissions of the membership, of which each includes working in the channel.
    private static bool Sees(Actor technician, SupportSession session, FeedChannel channel) =>
        SupportSessionMachine.IsVisibleTo(session, technician)
        || (channel.HasMember(technician.Id) && !session.IsDeleted && session.Channel.Owner is null && !SessionPermissions.IsEndUser(technician));
}
