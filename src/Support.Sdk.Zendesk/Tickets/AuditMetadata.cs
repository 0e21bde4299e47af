using System.Text.Json;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>What stands beside an audit.</summary>
public sealed record AuditMetadata
{
    /// <summary>What the caller gave as <see cref="TicketRequest.Metadata"/>; usually an object, perhaps empty.</summary>
    public JsonElement? Custom { get; init; }

    /// <summary>What Zendesk noted: client, address, location. Personal data.</summary>
    public JsonElement? System { get; init; }

    /// <summary>One value of <see cref="Custom"/> as text; <see langword="null"/> when there is none.</summary>
    public string? FindCustom(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Custom is { ValueKind: JsonValueKind.Object } custom && custom.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;
    }

    /// <summary>The type's name; no content.</summary>
    public override string ToString() => nameof(AuditMetadata);
}
