using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>What one user's refreshes must remember. Touched by one refresh at a time.</summary>
internal sealed class RefreshMemory
{
    /// <summary>A pair the vendor gave but the store did not take; it is worth keeping, for the pair in the store is dead.</summary>
    public OAuthTokens? Unsaved { get; set; }

    /// <summary>The store's version the unsaved pair replaces.</summary>
    public long UnsavedVersion { get; set; }

    /// <summary>The store's version whose refresh token the vendor refused: not presented again.</summary>
    public long? RefusedVersion { get; set; }

    /// <summary>When the vendor last gave tokens (UTC); read without a lock, as ticks.</summary>
    public long LastRenewalTicks;
}
