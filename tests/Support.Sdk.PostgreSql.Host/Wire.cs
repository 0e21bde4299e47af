using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>What the test asks of a host. One line of JSON each.</summary>
/// <param name="Id">The command's id, and its correlation: a repeat has the same.</param>
/// <param name="Kind">Which command, or "arm" for a trap.</param>
/// <param name="Key">The key of the stream.</param>
/// <param name="Actor">Who gives it; see <see cref="People"/>.</param>
internal sealed record HostCommand(string Id, string Kind, string Key, string Actor)
{
    /// <summary>The technician, computer, request, note, channel, PIN or errand that it is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The computer of an answer, the token of a link, the text of a note.</summary>
    public string Detail { get; init; } = "";

    /// <summary>A time-out or a delay.</summary>
    public int Milliseconds { get; init; }
}

/// <summary>What a host tells the test.</summary>
/// <param name="Kind">ready, committed, answered, failed, trapped or logged.</param>
internal sealed record HostMessage(string Kind)
{
    public string Id { get; init; } = "";

    public string Stream { get; init; } = "";

    public long Version { get; init; }

    public long Position { get; init; }

    public string[] Types { get; init; } = [];

    public string Actor { get; init; } = "";

    /// <summary>The code of the refusal; empty when the command was accepted.</summary>
    public string Refusal { get; init; } = "";

    public string Detail { get; init; } = "";
}

[JsonSerializable(typeof(HostCommand))]
[JsonSerializable(typeof(HostMessage))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A line is JSON and a semicolon. One without it was cut off by the death of its writer, and does not count.</summary>
internal static class Wire
{
    public static byte[] Write<T>(T content, JsonTypeInfo<T> contract) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, contract) + ";\n");

    public static T? Read<T>(string line, JsonTypeInfo<T> contract)
        where T : class => line.EndsWith(';') ? JsonSerializer.Deserialize(line.AsSpan(0, line.Length - 1), contract) : null;
}
