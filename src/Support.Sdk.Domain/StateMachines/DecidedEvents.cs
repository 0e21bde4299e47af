namespace Support.Sdk.StateMachines;

/// <summary>The events of a decision that has more than one.</summary>
/// <remarks>Not generic and sealed: telling it apart from a single event costs one comparison; an array would cost a covariant cast, a generic class a look-up.</remarks>
internal sealed class DecidedEvents(object[] events)
{
    public readonly object[] Events = events;
}
