using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>Something that happened to a channel.</summary>
internal sealed class ChannelFeedEvent : FeedEvent
{
    private readonly FeedChannel _before;
    private readonly FeedChannel _after;
    private readonly SessionChange.ChannelChanged _change;
    private SessionChange.ChannelChanged? _gone;

    public ChannelFeedEvent(RecordedEvent recorded, FeedChannel before, FeedChannel after)
    {
        _before = before;
        _after = after;
        _change = new(recorded.Position, recorded.Stream.Key)
        {
            Kind = recorded.Event.Type,
            Version = recorded.Version,
            At = recorded.At,
            By = recorded.ActorId,
            Name = after.State!.Name,
        };
    }

    public override SessionChange? For(Actor technician)
    {
        if (_after.IsVisibleTo(technician))
        {
            return _change;
        }

        return _before.IsVisibleTo(technician) ? _gone ??= new(_change.Position, _change.ChannelId) { IsGone = true } : null;
    }
}
