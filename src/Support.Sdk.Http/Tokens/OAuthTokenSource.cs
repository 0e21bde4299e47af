using System.Collections.Concurrent;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Gives OAuth tokens from an <see cref="ITokenStore"/> and refreshes them: once however many ask, ahead of expiry, saved before use.</summary>
/// <remarks>Thread-safe; one per account.</remarks>
internal sealed class OAuthTokenSource(OAuthRefresher refresher) : IAccessTokenSource
{
    private readonly ConcurrentDictionary<string, SubjectTokens> _subjects = new(StringComparer.Ordinal);

    public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) =>
        Of(subject).GetAsync(cancellationToken);

    public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return Of(subject).ReplaceAsync(rejected, cancellationToken);
    }

    private SubjectTokens Of(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return _subjects.TryGetValue(subject, out var known)
            ? known
            : _subjects.GetOrAdd(subject, static (name, refresher) => new SubjectTokens(name, refresher), refresher);
    }
}
