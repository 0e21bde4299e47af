using Support.Sdk.Failures;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Effects;

/// <summary>Handles the effects of machines that have none.</summary>
internal sealed class NoEffectHandler<TState, TCommand> : IEffectHandler<TState, TCommand, NoEffect>
    where TState : class
    where TCommand : class
{
    public ValueTask<EffectResult<TCommand>> RunAsync(NoEffect effect, TState state, EffectContext context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(EffectResult<TCommand>.Done);

    public TCommand? GiveUp(NoEffect effect, FailureKind kind, string description) => null;
}
