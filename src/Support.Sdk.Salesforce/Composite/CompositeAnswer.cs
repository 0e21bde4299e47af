using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Composite;

/// <summary>The answer to one part of a composite request.</summary>
public sealed record CompositeAnswer
{
    /// <summary>The name of the part.</summary>
    public string ReferenceId { get; init; } = "";

    /// <summary>The HTTP status.</summary>
    public int HttpStatusCode { get; init; }

    /// <summary>The headers, such as <c>ETag</c> and <c>Location</c>.</summary>
    public IReadOnlyDictionary<string, string> HttpHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; undefined or null when there is none.</summary>
    public JsonElement Body { get; init; }

    /// <summary>Whether it worked (200 to 299) or nothing has changed (304).</summary>
    [JsonIgnore]
    public bool IsSuccess => HttpStatusCode is (>= 200 and < 300) or 304;

    /// <summary>What was wrong; empty when it worked.</summary>
    [JsonIgnore]
    public IReadOnlyList<SalesforceError> Errors => IsSuccess ? [] : SalesforceErrors.Read(Body);

    /// <summary>The id in the body, of a created or upserted record; otherwise <see langword="null"/>.</summary>
    [JsonIgnore]
    public string? Id => JsonParts.Text(Body, "id");

    /// <summary>Name and status.</summary>
    public override string ToString() => $"{ReferenceId}: {HttpStatusCode}";
}
