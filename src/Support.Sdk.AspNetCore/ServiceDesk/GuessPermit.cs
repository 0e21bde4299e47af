namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>What <see cref="IGuessLimiter"/> says of one guess.</summary>
/// <param name="IsGranted">Whether the guess may be looked at.</param>
/// <param name="RetryAfter">When it may not: how long until the caller has guesses again; zero otherwise.</param>
/// <param name="Window">The limiter's own mark of the window in which the guess was counted.</param>
public readonly record struct GuessPermit(bool IsGranted, TimeSpan RetryAfter, long Window);
