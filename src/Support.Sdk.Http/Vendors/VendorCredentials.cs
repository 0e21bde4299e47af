namespace Support.Sdk.Http;

/// <summary>How an account proves who it is.</summary>
/// <remarks>Immutable and thread-safe; shows no secret.</remarks>
public sealed class VendorCredentials
{
    private VendorCredentials(IAccessTokenSource? source, OAuthProvider? provider)
    {
        Source = source;
        Provider = provider;
    }

    internal IAccessTokenSource? Source { get; }

    internal OAuthProvider? Provider { get; }

    /// <summary>Always the same credential.</summary>
    public static VendorCredentials Static(AccessToken token) => new(new StaticTokenSource(token), null);

    /// <summary>OAuth tokens, kept in the registered <see cref="Support.Sdk.Tokens.ITokenStore"/> and refreshed.</summary>
    public static VendorCredentials OAuth(OAuthProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new(null, provider);
    }

    /// <summary>A source of the host's own.</summary>
    public static VendorCredentials From(IAccessTokenSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source, null);
    }
}
