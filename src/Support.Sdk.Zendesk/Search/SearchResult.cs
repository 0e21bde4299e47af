using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Zendesk.Tickets;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Search;

/// <summary>One thing that was found; of which kind, <see cref="ResultType"/> says.</summary>
[JsonConverter(typeof(SearchResultConverter))]
public sealed class SearchResult
{
    internal SearchResult(JsonElement json) => Json = json;

    /// <summary>The result as it came.</summary>
    public JsonElement Json { get; }

    /// <summary>The kind; <see langword="null"/> when the answer does not say.</summary>
    public SearchResultType? ResultType => Json.TryGetProperty("result_type", out var type) && type.ToString() is { Length: > 0 } text ? new(text) : null;

    /// <summary>The id; <see langword="null"/> when there is none.</summary>
    public long? Id => Json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;

    /// <summary>The result as a ticket; <see langword="null"/> when it is something else.</summary>
    /// <exception cref="JsonException">It is not as Zendesk documents tickets.</exception>
    public Ticket? AsTicket() => ResultType == SearchResultType.Ticket ? Json.Deserialize(ZendeskJson.Default.Ticket) : null;

    /// <summary>The result as a user; <see langword="null"/> when it is something else.</summary>
    /// <exception cref="JsonException">It is not as Zendesk documents users.</exception>
    public User? AsUser() => ResultType == SearchResultType.User ? Json.Deserialize(ZendeskJson.Default.User) : null;

    /// <summary>Kind and id; no content.</summary>
    public override string ToString() => $"{ResultType} {Id}";
}
