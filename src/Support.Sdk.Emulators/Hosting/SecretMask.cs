using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Support.Sdk.Emulators.Hosting;

/// <summary>Keeps credentials out of the request log.</summary>
internal static partial class SecretMask
{
    public const string Mask = "***";

    /// <summary>In bytes. Larger bodies are not worth keeping twice, nor a search for secrets.</summary>
    private const int LargestLoggedBody = 64 * 1024;

    private static readonly FrozenSet<string> SecretHeaders = new[] { "Authorization", "Proxy-Authorization", "Cookie", "X-Api-Key", "password" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, string> Headers(IHeaderDictionary headers) => headers.ToFrozenDictionary(
        header => header.Key,
        header => SecretHeaders.Contains(header.Key) ? Scheme(header.Value.ToString()) + Mask : header.Value.ToString(),
        StringComparer.OrdinalIgnoreCase);

    public static string Body(EmulatorRequest request) => request.Body.Length > LargestLoggedBody ? $"({request.Body.Length} bytes of {request.MediaType})" : request.MediaType switch
    {
        "application/x-www-form-urlencoded" => FormSecret().Replace(request.BodyText, "$1=" + Mask),
        "application/json" or "application/json-patch+json" => JsonSecret().Replace(request.BodyText, "$1\"" + Mask + "\""),
        _ => request.BodyText,
    };

    // "Bearer ", "Basic " may stay: which scheme was used is what a test asks.
    private static string Scheme(string value) => value.IndexOf(' ', StringComparison.Ordinal) is > 0 and < 10 and var end ? value[..(end + 1)] : "";

    [GeneratedRegex("\\b(client_secret|refresh_token|access_token|token|code|code_verifier|password|assertion)=[^&]*", RegexOptions.CultureInvariant)]
    private static partial Regex FormSecret();

    [GeneratedRegex("(\"(?:client_secret|clientSecret|refresh_token|access_token|secret|signing_secret)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.CultureInvariant)]
    private static partial Regex JsonSecret();
}
