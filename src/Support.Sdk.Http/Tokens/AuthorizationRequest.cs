namespace Support.Sdk.Http;

/// <summary>One visit to the vendor's consent page.</summary>
/// <remarks>Keep <see cref="State"/> and <see cref="CodeVerifier"/> on the server (or in an encrypted cookie) until the answer comes; both are secrets of this visit.</remarks>
/// <param name="Address">Where to send the person's browser.</param>
/// <param name="State">What the vendor must hand back unchanged; compare it with <see cref="AuthorizationCodeFlow.IsSameState"/>.</param>
/// <param name="CodeVerifier">The PKCE verifier to exchange the code with.</param>
/// <param name="RedirectUri">Where the vendor sends the browser back to; the exchange must repeat it.</param>
public sealed record AuthorizationRequest(Uri Address, string State, string CodeVerifier, Uri RedirectUri)
{
    /// <summary>Where the browser comes back to; neither state nor verifier.</summary>
    public override string ToString() => $"AuthorizationRequest {{ RedirectUri = {RedirectUri} }}";
}
