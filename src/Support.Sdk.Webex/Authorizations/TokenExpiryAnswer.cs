namespace Support.Sdk.Webex.Authorizations;

internal sealed class TokenExpiryAnswer
{
    /// <summary>Milliseconds since the epoch.</summary>
    public long Exp { get; init; }
}
