using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.Http.Tests;

/// <summary>Reads <c>{"code","message","trackingId","errors":[{"field","message"}]}</c>.</summary>
internal sealed class ThingErrorReader : IErrorReader
{
    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return new VendorError(Text(root, "code"), Text(root, "message"), Text(root, "trackingId"))
        {
            Errors = root.TryGetProperty("errors", out var errors)
                ? [.. errors.EnumerateArray().Select(error => new FieldError(Text(error, "field"), Text(error, "message") ?? ""))]
                : [],
        };
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
