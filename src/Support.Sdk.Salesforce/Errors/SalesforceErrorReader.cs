using System.Net;
using System.Net.Http.Headers;
using System.Text;
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

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException) when (ReadCut(body) is { } first)
        {
            // More than the pipeline keeps of a body, such as one error for each of many fields: the first one stands in what there is.
            return first;
        }

        using (document)
        {
            return Read(status, document.RootElement);
        }
    }

    private static VendorError Read(HttpStatusCode status, JsonElement root)
    {
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

    /// <summary>Code and message of the first error of a list that was cut off; <see langword="null"/> when its code is not in what is left.</summary>
    private static VendorError? ReadCut(string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), isFinalBlock: false, default);
        string? code = null;
        string? message = null;
        try
        {
            var depth = 0;
            while ((code is null || message is null) && reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth < depth))
            {
                depth = depth == 0 && reader.TokenType == JsonTokenType.StartObject ? reader.CurrentDepth + 1 : depth;
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != depth)
                {
                    continue;
                }

                var isCode = reader.ValueTextEquals("errorCode"u8) || reader.ValueTextEquals("statusCode"u8);
                var isMessage = reader.ValueTextEquals("message"u8);
                if (!reader.Read() || reader.TokenType != JsonTokenType.String)
                {
                    continue;
                }

                code = isCode ? reader.GetString() : code;
                message = isMessage ? reader.GetString() : message;
            }
        }
        catch (JsonException)
        {
            // Not cut but broken: what came before it counts.
        }

        return string.IsNullOrWhiteSpace(code) ? null : new(code, message) { IsTransient = new SalesforceErrorCode(code).IsTransient };
    }

    private static string? Code(SalesforceError error) => error.Code == default ? null : error.Code.Value;
}
