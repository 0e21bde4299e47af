namespace Support.Sdk.Http;

/// <summary>Gives the credential of each attempt.</summary>
/// <remarks>Implementations are thread-safe and fast when they have a valid credential: they are asked on every attempt.</remarks>
public interface IAccessTokenSource
{
    /// <summary>Gives a valid credential.</summary>
    /// <param name="subject">The user to act for; empty for the account itself.</param>
    /// <param name="cancellationToken">Ends the wait; a refresh that others wait for goes on.</param>
    /// <exception cref="ReauthorizationRequiredException">Consent is gone.</exception>
    ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default);

    /// <summary>Gives another credential after the vendor answered 401.</summary>
    /// <param name="rejected">The credential that was rejected.</param>
    /// <param name="subject">The user to act for; empty for the account itself.</param>
    /// <param name="cancellationToken">Ends the wait; a refresh that others wait for goes on.</param>
    /// <returns>Another credential, or <paramref name="rejected"/> itself when there is none to be had.</returns>
    /// <exception cref="ReauthorizationRequiredException">Consent is gone.</exception>
    ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default);
}
