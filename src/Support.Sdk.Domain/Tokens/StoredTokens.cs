namespace Support.Sdk.Tokens;

/// <summary>Tokens as a store holds them.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Version">The store's version of the entry, from 1; each save raises it by one.</param>
public sealed record StoredTokens(OAuthTokens Tokens, long Version);
