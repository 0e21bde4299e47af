using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Running;

// Commands that take place once per key: the events carry the key, so that a look at the history tells a repetition.
public sealed partial class MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>
{
    /// <summary>Looks for what took place under the key; <see langword="null"/> when nothing did up to a version at least the one that was loaded.</summary>
    private async ValueTask<CommitOutcome?> FindAsync(KeyedCommand key, StreamId stream, long version, CancellationToken cancellationToken)
    {
        if (version <= key.SearchedTo)
        {
            return null;
        }

        await foreach (var recorded in _store.ReadEventsAsync(stream, key.SearchedTo, cancellationToken).ConfigureAwait(false))
        {
            if (key.TookPlace(recorded))
            {
                return key.IsRepeatedBy(recorded) ? new(null, false, [], Repeated: true) : new(KernelRefusals.KeyReused.Refuse(), false, []);
            }

            key.SearchedTo = recorded.Version;
        }

        return null;
    }

    /// <summary>A key in the hands of one command, with how far the history was searched for it: streams only grow, so no attempt reads an entry again.</summary>
    private sealed class KeyedCommand(CommandKey key, CommandOrigin origin)
    {
        private readonly string _mark = key.MarkOf(origin.Actor);

        public long SearchedTo { get; set; }

        /// <summary>Under which the events of the command are committed.</summary>
        public CommandOrigin Origin => origin with { CorrelationId = key.Correlate(_mark, origin.CorrelationId) };

        // What the SDK did in consequence of the command carries its correlation too, hence the actor.
        public bool TookPlace(RecordedEvent recorded) => recorded.ActorId == origin.Actor.Id && recorded.CorrelationId.StartsWith(_mark, StringComparison.Ordinal);

        public bool IsRepeatedBy(RecordedEvent recorded) => key.IsOfPayload(_mark, recorded.CorrelationId);
    }
}
