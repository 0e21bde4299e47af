using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>Reads <c>{"message","errors":[{"description","errorCode"}],"trackingId"}</c>, of which everything may be missing (fact sheet, section 1.5).</summary>
internal sealed class WebexErrorReader : IErrorReader
{
    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body)
    {
        var trackingId = headers.TryGetValues("TrackingID", out var values) ? values.FirstOrDefault() : null;
        if (string.IsNullOrWhiteSpace(body))
        {
            return new(TrackingId: trackingId);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // A gateway's page, or a body cut at the cap; the header's tracking id is what is left, and the body is kept beside it.
            return new(TrackingId: trackingId);
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return new(TrackingId: trackingId);
            }

            var errors = Errors(root).ToArray();
            var code = Text(root, "errorCode") ?? errors.Select(static error => error.Code).FirstOrDefault(static value => value is not null);
            return new(code, Text(root, "message"), Text(root, "trackingId") ?? trackingId) { Errors = errors };
        }
    }

    private static IEnumerable<FieldError> Errors(JsonElement root) =>
        root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray()
                .Where(static error => error.ValueKind == JsonValueKind.Object)
                .Select(static error => new FieldError(null, Text(error, "description") ?? "", Text(error, "errorCode")))
                .ToArray()
            : [];

    /// <summary>A text, or a number as a text: <c>errorCode</c> comes as either.</summary>
    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
