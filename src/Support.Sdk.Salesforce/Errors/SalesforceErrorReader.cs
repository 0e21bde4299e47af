using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>Reads the error bodies of fact sheet 3: the list of the API, the object of OAuth, and the pages of maintenance.</summary>
internal sealed class SalesforceErrorReader : IErrorReader
{
    private const int MaxTextLength = 500;

    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body)
    {
        var text = body.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new();
        }

        if (text[0] is not ('[' or '{'))
        {
            return text[0] == '<'
                ? new(Message: "The answer is a web page or XML, not JSON of the API.")
                : new(Message: (text.Length <= MaxTextLength ? text : text[..MaxTextLength]).ToString());
        }

        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && JsonParts.Text(root, "error") is { } code)
        {
            return new(code, JsonParts.Text(root, "error_description"));
        }

        var errors = SalesforceErrors.Read(root);
        var answer = errors switch
        {
            [] when status == HttpStatusCode.MultipleChoices => new VendorError(Message: "The external id is that of several records."),
            [] => new(),
            [var only] => new(Code(only), only.Message) { Errors = [.. only.Fields.Select(field => new FieldError(field, only.Message, Code(only)))] },
            [var first, ..] => new(Code(first), first.Message)
            {
                Errors = [.. errors.Select(static error => new FieldError(error.Fields.Count == 0 ? null : string.Join(", ", error.Fields), error.Message, Code(error)))],
            },
        };
        return answer with { IsTransient = errors.Count > 0 && errors.All(static error => error.Code.IsTransient) };
    }

    private static string? Code(SalesforceError error) => error.Code == default ? null : error.Code.Value;
}
