using System.Text.Json.Serialization;

namespace Support.Sdk.Http;

/// <summary>RFC 6749 §5.1 and §5.2, with the vendors' <c>refresh_token_expires_in</c>. Everything is optional: vendors leave things out.</summary>
internal sealed class OAuthTokenResponse
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? ExpiresInSeconds { get; init; }

    [JsonPropertyName("refresh_token_expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? RefreshTokenExpiresInSeconds { get; init; }

    [JsonPropertyName("scope")]
    public string? Scope { get; init; }
}
