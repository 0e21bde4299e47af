namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>Limits the wrong PINs and links that one caller may try (SES-17).</summary>
/// <remarks>
/// <para>
/// A guess is counted before it is looked at and given back when it was right, so that guesses made at the same time cannot exceed the limit together, and a right one does not wipe out the
/// wrong ones.
/// </para>
/// <para>
/// Implementations are thread-safe. The built-in one counts in memory, for this process alone: with n hosts behind one address a caller has up to n times as many guesses, so lower
/// <see cref="ServiceDeskOptions.WrongGuesses"/> accordingly, or register one that counts in a place that all hosts share.
/// </para>
/// </remarks>
public interface IGuessLimiter
{
    /// <summary>Counts a guess, if the caller has one left.</summary>
    /// <param name="caller">The caller, as <see cref="IServiceDeskCallerResolver"/> names him.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the guess may be looked at; if not, how long the caller has to wait.</returns>
    ValueTask<GuessPermit> TakeAsync(string caller, CancellationToken cancellationToken = default);

    /// <summary>Gives a guess back that was right.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="permit">What <see cref="TakeAsync"/> returned; it is given back once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask ReturnAsync(string caller, GuessPermit permit, CancellationToken cancellationToken = default);
}
