using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Http;

/// <summary>An answer of middling size.</summary>
public sealed record Ticket(long Id, string Subject, string Description, string Status, DateTimeOffset CreatedAt, IReadOnlyList<string> Tags)
{
    public static Ticket Sample { get; } = new(
        4711,
        "Printer on fire",
        new string('x', 1000),
        "open",
        new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero),
        ["printer", "fire", "urgent"]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Ticket))]
internal sealed partial class TicketJsonContext : JsonSerializerContext;
