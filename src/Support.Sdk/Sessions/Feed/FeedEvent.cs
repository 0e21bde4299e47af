using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>Something that happened, with what is needed to know whom it concerns. For one thread at a time.</summary>
internal abstract class FeedEvent
{
    /// <summary>What a technician is to hear of it; <see langword="null"/> when nothing.</summary>
    public abstract SessionChange? For(Actor technician);

    /// <summary>What the end user of a session is to hear of it; <see langword="null"/> when nothing.</summary>
    public virtual SessionChange? ForEndUserOf(string sessionId) => null;
}
