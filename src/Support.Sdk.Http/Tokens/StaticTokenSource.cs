namespace Support.Sdk.Http;

/// <summary>Always the same credential: a personal access token, a bot token, or Basic (Zendesk's API token: user <c>{email}/token</c>).</summary>
/// <remarks>It acts for one user only, so it is given for the account itself and refused for a subject: a call for somebody else would see what its own user may see.</remarks>
/// <param name="token">The credential.</param>
public sealed class StaticTokenSource(AccessToken token) : IAccessTokenSource
{
    private readonly AccessToken _token = token ?? throw new ArgumentNullException(nameof(token));

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException"><paramref name="subject"/> is not empty.</exception>
    public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) => string.IsNullOrEmpty(subject)
        ? new(_token)
        : throw new InvalidOperationException($"A fixed credential acts for its own user only, not for '{subject}'. Use OAuth with the consent of each user, or a token source of your own.");

    /// <inheritdoc />
    public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default) => new(rejected);
}
