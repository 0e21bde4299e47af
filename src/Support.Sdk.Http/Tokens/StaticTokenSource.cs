namespace Support.Sdk.Http;

/// <summary>Always the same credential: a personal access token, a bot token, or Basic (Zendesk's API token: user <c>{email}/token</c>).</summary>
/// <param name="token">The credential.</param>
public sealed class StaticTokenSource(AccessToken token) : IAccessTokenSource
{
    private readonly AccessToken _token = token ?? throw new ArgumentNullException(nameof(token));

    /// <inheritdoc />
    /// <remarks><paramref name="subject"/> is not looked at: the credential acts for whom it acts.</remarks>
    public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) => new(_token);

    /// <inheritdoc />
    public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default) => new(rejected);
}
