using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce;

/// <summary>One thing Salesforce found wrong with a request or a record (fact sheet 3).</summary>
/// <remarks>Immutable and thread-safe. Reads both spellings: <c>errorCode</c> of requests, <c>statusCode</c> of single records.</remarks>
[JsonConverter(typeof(SalesforceErrorConverter))]
public sealed record SalesforceError
{
    /// <summary>Creates an error.</summary>
    /// <param name="code">What Salesforce calls it; <see langword="default"/> when it does not say.</param>
    /// <param name="message">What is wrong, for people, in the language of the user. Compare codes, not messages.</param>
    /// <param name="fields">The fields concerned, in their API names; <see langword="null"/> for none.</param>
    /// <param name="duplicateResult">What the duplicate rule matched, or <see langword="null"/>.</param>
    public SalesforceError(SalesforceErrorCode code, string message, IReadOnlyList<string>? fields = null, DuplicateResult? duplicateResult = null)
    {
        Code = code;
        Message = message;
        Fields = fields ?? [];
        DuplicateResult = duplicateResult;
    }

    /// <summary>What Salesforce calls it; <see langword="default"/> when it did not say.</summary>
    public SalesforceErrorCode Code { get; }

    /// <summary>What is wrong, for people. May hold values of the record.</summary>
    public string Message { get; }

    /// <summary>The fields concerned; may be empty.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>For <see cref="SalesforceErrorCode.DuplicatesDetected"/>: which records match; otherwise <see langword="null"/>.</summary>
    public DuplicateResult? DuplicateResult { get; }

    /// <summary>Code, message and fields.</summary>
    public override string ToString() => $"{Code}: {Message}{(Fields.Count == 0 ? "" : $" ({string.Join(", ", Fields)})")}";

    internal static SalesforceError? TryRead(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var code = JsonParts.Text(element, "errorCode") ?? JsonParts.Text(element, "statusCode");
        var message = JsonParts.Text(element, "message");
        if (string.IsNullOrWhiteSpace(code) && message is null)
        {
            return null;
        }

        // Salesforce misspelt the name in some versions (v51 to v56 seen).
        var duplicates = element.TryGetProperty("duplicateResult", out var result) || element.TryGetProperty("duplicateResut", out result)
            ? DuplicateResult.TryRead(result)
            : null;
        return new(
            string.IsNullOrWhiteSpace(code) ? default : new SalesforceErrorCode(code),
            message ?? "",
            [.. JsonParts.List(element, "fields").Where(static field => field.ValueKind == JsonValueKind.String).Select(static field => field.GetString()!)],
            duplicates);
    }
}
