using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Support.Sdk.Emulators.Hosting;

/// <summary>A request with its body read: handlers never wait.</summary>
internal sealed class EmulatorRequest
{
    public static readonly IReadOnlyDictionary<string, string> NoValues = FrozenDictionary<string, string>.Empty;

    private Dictionary<string, StringValues>? _query;
    private Dictionary<string, StringValues>? _form;

    public required string Method { get; init; }

    /// <summary>The path, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, or empty.</summary>
    public required string QueryString { get; init; }

    /// <summary>Scheme and authority the client used, without a trailing slash.</summary>
    public required string Origin { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The id the vendor gives this request, in its answer's header and in an error's body.</summary>
    public string? TrackingId { get; set; }

    /// <summary>Whether it came inside another request, which was logged and counted for it.</summary>
    public bool IsNested { get; init; }

    public IReadOnlyDictionary<string, string> RouteValues { get; set; } = NoValues;

    /// <summary>Characters of address and headers, with what separates names from values and lines from lines.</summary>
    public int HeadLength => Path.Length + QueryString.Length + Headers.Sum(header => header.Key.Length + header.Value.ToString().Length + 4);

    public string BodyText => Encoding.UTF8.GetString(Body);

    public string MediaType => (Headers.ContentType.ToString().Split(';')[0]).Trim().ToLowerInvariant();

    /// <summary>Bearer token of the <c>Authorization</c> header, or <see langword="null"/>.</summary>
    public string? BearerToken
    {
        get
        {
            var value = Headers.Authorization.ToString();
            return value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..].Trim() : null;
        }
    }

    public string Route(string name) => RouteValues[name];

    /// <summary>A query parameter, or <see langword="null"/> when it is missing.</summary>
    public string? Query(string name) =>
        (_query ??= QueryHelpers.ParseQuery(QueryString)).TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>All values of a query parameter that may be repeated (<c>status[]=a&amp;status[]=b</c>).</summary>
    public IReadOnlyList<string> QueryAll(string name) =>
        (_query ??= QueryHelpers.ParseQuery(QueryString)).TryGetValue(name, out var value) ? [.. value.OfType<string>()] : [];

    public string? Form(string name) =>
        (_form ??= QueryHelpers.ParseQuery(BodyText)).TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The body as a JSON object, or <see langword="null"/> when it is none.</summary>
    public JsonObject? TryReadObject()
    {
        try
        {
            return Body.Length == 0 ? null : JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // Not JSON: the vendor's handler words the refusal.
        }
    }
}
