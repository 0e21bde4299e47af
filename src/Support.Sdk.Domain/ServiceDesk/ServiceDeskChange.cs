using System.Text.Json.Serialization;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk;

/// <summary>One message of the live feed: the data of a server-sent event (SES-18).</summary>
/// <remarks>Tells that something changed and where it stands now; whoever shows the whole reads it anew.</remarks>
public sealed record ServiceDeskChange
{
    /// <summary>What kind of message this is, and so which of the fields are there.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<ServiceDeskChangeType>))]
    public required ServiceDeskChangeType Type { get; init; }

    /// <summary>The position of the change; the event's <c>id</c> too, to resume from.</summary>
    public required long Position { get; init; }

    /// <summary>The session that changed; for <c>session</c>.</summary>
    public string? SessionId { get; init; }

    /// <summary>The id of the channel that changed (<c>channel</c>), or in which the session stands (<c>session</c>).</summary>
    public string? Channel { get; init; }

    /// <summary>What happened, by its stable name, such as <c>session-assigned</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The version of the session or channel after the change.</summary>
    public long? Version { get; init; }

    /// <summary>Who did it; <c>system</c> for time and the server itself.</summary>
    public string? By { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The status before, as the machine names it.</summary>
    public string? From { get; init; }

    /// <summary>The status after; the same when it did not change.</summary>
    public string? To { get; init; }

    /// <summary>The session's status after the change.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<SessionStatus>))]
    public SessionStatus? Status { get; init; }

    /// <summary>The assigned technician after the change; <see langword="null"/> in the queue.</summary>
    public string? Assignee { get; init; }

    /// <summary>The channel's name after the change; for <c>channel</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the session or channel is visible to the listener no more; then nothing but its id and the position is told.</summary>
    public bool IsGone { get; init; }
}
