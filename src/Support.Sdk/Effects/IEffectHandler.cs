using Support.Sdk.Failures;

namespace Support.Sdk.Effects;

/// <summary>Does what the effects of a machine demand of the world.</summary>
/// <typeparam name="TState">The state of the machine.</typeparam>
/// <typeparam name="TCommand">The commands of the machine.</typeparam>
/// <typeparam name="TEffect">The effects of the machine.</typeparam>
/// <remarks>
/// Thread-safe. An attempt may have been interrupted anywhere: a handler first finds out whether the effect took place already, wherever the vendor cannot
/// tell a repeat by itself. An exception that implements <see cref="IVendorFailure"/> and is transient, and any other exception, is tried again with growing
/// delays; other vendor failures end the effect at once. Either way <see cref="GiveUp"/> says what the machine is told in the end.
/// </remarks>
public interface IEffectHandler<TState, TCommand, TEffect>
    where TState : class
    where TCommand : class
    where TEffect : class
{
    /// <summary>Runs one attempt.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="state">The state of the machine as it was loaded for this attempt: it tells whether the effect is still wanted.</param>
    /// <param name="context">The effect's id, attempt and origin.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the lease is lost; the effect is run again then.</param>
    ValueTask<EffectResult<TCommand>> RunAsync(TEffect effect, TState state, EffectContext context, CancellationToken cancellationToken = default);

    /// <summary>The command that tells the machine that the effect failed for good; <see langword="null"/> when it need not know.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="kind">What the last failure meant.</param>
    /// <param name="description">What the vendor said, without secrets.</param>
    TCommand? GiveUp(TEffect effect, FailureKind kind, string description);
}
