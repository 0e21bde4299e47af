using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Webhooks;

/// <summary>An event webhook (<c>zen:event-type:…</c>). Webhooks connected to triggers carry whatever their template says, and none of this.</summary>
public sealed record ZendeskWebhookEvent
{
    private const string TicketSubject = "zen:ticket:";

    /// <summary>The id of the event.</summary>
    public string? Id { get; init; }

    /// <summary>The type, such as <c>zen:event-type:ticket.status_changed</c>. Open.</summary>
    public string? Type { get; init; }

    /// <summary>Zendesk's id of the account.</summary>
    public long? AccountId { get; init; }

    /// <summary>What it is about, such as <c>zen:ticket:35436</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The version of the schema, such as <c>2022-11-06</c>.</summary>
    public string? ZendeskEventVersion { get; init; }

    /// <summary>The thing it happened to; ids are texts here.</summary>
    public JsonElement? Detail { get; init; }

    /// <summary>What happened; the shape depends on <see cref="Type"/>.</summary>
    public JsonElement? Event { get; init; }

    /// <summary>The ticket it is about; <see langword="null"/> when it is about something else.</summary>
    [JsonIgnore]
    public long? TicketId =>
        Subject is { } subject && subject.StartsWith(TicketSubject, StringComparison.Ordinal)
        && long.TryParse(subject.AsSpan(TicketSubject.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Reads the body of a verified webhook.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static ZendeskWebhookEvent Parse(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, ZendeskJson.Default.ZendeskWebhookEvent) ?? throw new JsonException("The body is null.");

    /// <summary>Type and subject; no content.</summary>
    public override string ToString() => $"{Type} {Subject}";
}
