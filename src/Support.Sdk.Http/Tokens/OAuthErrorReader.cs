using System.Net;
using System.Text.Json;

namespace Support.Sdk.Http;

internal static class OAuthErrorReader
{
    /// <summary>Reads RFC 6749 §5.2; both are null when the body is something else.</summary>
    public static (string? Code, string? Description) Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(document.RootElement, "error"), Text(document.RootElement, "error_description") ?? Text(document.RootElement, "message"))
                : (null, null);
        }
        catch (JsonException)
        {
            // A proxy's HTML, say; the status then has to speak for itself.
            return (null, null);
        }
    }

    /// <summary>
    /// Whether a refusal means that consent is gone. Webex's error body is undocumented (fact sheet: unverified), so a 400 without an OAuth
    /// code counts as well when a refresh token was presented: nothing else in that request could be wrong from one day to the next.
    /// </summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="code">The error of the answer, or <see langword="null"/>.</param>
    /// <param name="grantType">What was presented; a code that is refused says nothing about the consent that stands.</param>
    /// <param name="more">The vendor's own words for it.</param>
    public static bool IsGrantGone(HttpStatusCode status, string? code, string grantType, IReadOnlyCollection<string> more) => grantType switch
    {
        "refresh_token" => code is "invalid_grant" or "invalid_token" || (code is null ? status == HttpStatusCode.BadRequest : more.Contains(code)),
        "client_credentials" => code is not null && more.Contains(code),
        _ => false,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
