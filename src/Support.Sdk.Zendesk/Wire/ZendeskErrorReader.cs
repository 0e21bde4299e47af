using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.Zendesk;

/// <summary>Reads the error bodies of fact sheet 4: four shapes of JSON, plain text, and the HTML of gateways.</summary>
internal sealed class ZendeskErrorReader : IErrorReader
{
    private const int MaxTextLength = 500;

    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body)
    {
        var trackingId = TrackingId(headers);
        var text = body.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new(TrackingId: trackingId);
        }

        if (text[0] != '{')
        {
            return text[0] == '<'
                ? new(Message: "The answer is a web page, not one of the API.", TrackingId: trackingId)
                : new(Message: (text.Length <= MaxTextLength ? text : text[..MaxTextLength]).ToString(), TrackingId: trackingId);
        }

        using var document = JsonDocument.Parse(body);
        return ReadObject(document.RootElement, trackingId);
    }

    private static VendorError ReadObject(JsonElement root, string? trackingId)
    {
        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
        {
            return ReadErrors(errors, trackingId);
        }

        var description = Text(root, "description") ?? Text(root, "message");
        if (!root.TryGetProperty("error", out var error))
        {
            return new(Message: description, TrackingId: trackingId);
        }

        if (error.ValueKind == JsonValueKind.Object)
        {
            return new(Text(error, "code"), Join(Text(error, "title"), Text(error, "message") ?? Text(error, "detail")), trackingId) { Errors = Details(root) };
        }

        // {"error":"RecordNotFound","description":…} has a code; {"error":"Couldn't authenticate you"} has a sentence.
        var word = error.ToString();
        return word.Contains(' ') ? new(null, Join(word, description), trackingId) { Errors = Details(root) } : new(word, description, trackingId) { Errors = Details(root) };
    }

    private static VendorError ReadErrors(JsonElement errors, string? trackingId)
    {
        List<FieldError> all = [];
        string? code = null;
        string? message = null;
        foreach (var error in errors.EnumerateArray())
        {
            if (error.ValueKind != JsonValueKind.Object)
            {
                all.Add(new(null, error.ToString()));
                continue;
            }

            code ??= Text(error, "code");
            message ??= Text(error, "title");
            trackingId ??= Text(error, "id");
            var field = error.TryGetProperty("source", out var source) ? Text(source, "pointer") ?? Text(source, "parameter") : null;
            all.Add(new(field, Text(error, "detail") ?? Text(error, "title") ?? "", Text(error, "code")));
        }

        return new(code, message, trackingId) { Errors = all };
    }

    /// <summary><c>details</c>: field → list of <c>{description, error?}</c>; the field <c>base</c> means the record as a whole.</summary>
    private static IReadOnlyList<FieldError> Details(JsonElement root)
    {
        if (!root.TryGetProperty("details", out var details) || details.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        List<FieldError> all = [];
        foreach (var field in details.EnumerateObject())
        {
            var name = field.Name == "base" ? null : field.Name;
            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                all.AddRange(field.Value.EnumerateArray().Select(entry => new FieldError(name, Text(entry, "description") ?? entry.ToString(), Text(entry, "error"))));
            }
            else
            {
                all.Add(new(name, field.Value.ToString()));
            }
        }

        return all;
    }

    // Not in the documentation, but on live answers: the id Zendesk's support asks for.
    private static string? TrackingId(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues("X-Zendesk-Request-Id", out var own) ? own.ToString()
        : headers.NonValidated.TryGetValues("X-Request-Id", out var common) ? common.ToString()
        : null;

    private static string? Join(string? first, string? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => $"{first}: {second}",
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
            ? value.ToString()
            : null;
}
