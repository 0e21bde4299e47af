using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Reads bodies: bounded, in the wire's JSON, naming the field that is wrong.</summary>
internal static class RequestBody
{
    private const string Whole = "body";
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async ValueTask<(byte[] Body, ProblemAnswer? Problem)> ReadAsync(HttpContext context)
    {
        var most = Query.Options(context).MaxBodyBytes;
        if (context.Request.ContentLength > most)
        {
            return ([], TooLarge(most));
        }

        var reader = context.Request.BodyReader;
        var read = await reader.ReadAtLeastAsync(most + 1, context.RequestAborted).ConfigureAwait(false);
        if (read.Buffer.Length > most)
        {
            return ([], TooLarge(most));
        }

        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return (body, null);
    }

    public static (TBody? Body, ProblemAnswer? Problem) Parse<TBody>(byte[] json)
        where TBody : class
    {
        var type = JsonAnswer.TypeOf<TBody>();
        try
        {
            // Where nothing has to be said, nothing may be sent.
            using var document = JsonDocument.Parse(json.Length == 0 && IsOptional(type) ? Empty : json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, ProblemAnswer.Malformed(Whole));
            }

            if (type.Properties.FirstOrDefault(property => property.IsRequired && !document.RootElement.TryGetProperty(property.Name, out _)) is { } missing)
            {
                return (null, ProblemAnswer.Malformed(missing.Name));
            }

            var body = document.Deserialize(type)!;
            return BodyRules.FindFault(body) is { } fault ? (null, ProblemAnswer.InvalidValue(fault)) : (body, null);
        }
        catch (JsonException exception)
        {
            return (null, ProblemAnswer.Malformed(exception.Path is ['$', '.', .. var field] ? field : Whole));
        }
    }

    public static bool IsOptional(JsonTypeInfo type) => !type.Properties.Any(property => property.IsRequired);

    private static ProblemAnswer TooLarge(int most) => new(ServiceDeskRefusals.BodyTooLarge.Refuse(most));
}
