using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.ServiceDesk;

/// <summary>Reads problem details, of the Service Desk and of whatever stands before it.</summary>
internal sealed class ServiceDeskErrorReader : IErrorReader
{
    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body)
    {
        var text = body.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new();
        }

        if (text[0] != '{')
        {
            return new(Message: "The answer is not one of the Service Desk; something before it may have answered.");
        }

        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var message = Text(root, "detail") ?? Text(root, "title");
        var error = new VendorError(Text(root, "code"), message, Text(root, "traceId"));
        return Text(root, "field") is { } field ? error with { Errors = [new(field, message ?? "")] } : error;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
