namespace Support.Sdk.Http;

/// <summary>How a token endpoint takes its parameters.</summary>
public enum OAuthBodyFormat
{
    /// <summary><c>application/x-www-form-urlencoded</c>, as RFC 6749 has it (Webex).</summary>
    Form,

    /// <summary><c>application/json</c> (Zendesk).</summary>
    Json,
}
