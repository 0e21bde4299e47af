namespace Support.Sdk.Http;

/// <summary>Why no answer came.</summary>
public enum ConnectionFailure
{
    /// <summary>No connection could be made.</summary>
    NotConnected,

    /// <summary>The connection broke before the answer was complete.</summary>
    Interrupted,

    /// <summary>The last attempt took longer than <see cref="SupportHttpOptions.AttemptTimeout"/>.</summary>
    AttemptTimedOut,

    /// <summary>The call took longer than <see cref="SupportHttpOptions.TotalTimeout"/>.</summary>
    TotalTimedOut,

    /// <summary>Too many calls failed lately; nothing was sent.</summary>
    CircuitOpen,

    /// <summary>The vendor's rate limit holds the call back for longer than <see cref="SupportHttpOptions.TotalTimeout"/> leaves; nothing was sent.</summary>
    RateLimited,

    /// <summary>The answer is larger than <see cref="SupportHttpOptions.MaxResponseBytes"/>.</summary>
    ResponseTooLarge,
}
