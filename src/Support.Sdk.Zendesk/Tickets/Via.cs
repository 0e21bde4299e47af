using System.Text.Json;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>How something was made (fact sheet 7.2): the channel and where it came from.</summary>
public sealed record Via
{
    /// <summary>The channel, such as <c>web</c>, <c>api</c>, <c>email</c>, <c>rule</c>. Open.</summary>
    public string? Channel { get; init; }

    /// <summary>The source (<c>from</c>, <c>to</c>, <c>rel</c>), whose shape depends on the channel; <see langword="null"/> when absent.</summary>
    public JsonElement? Source { get; init; }
}
