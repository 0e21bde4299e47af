using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

/// <summary>What can happen to a support session. The set is closed; the names in JSON are stable.</summary>
/// <remarks>Who made it happen, and when, stands beside each event in the store (SES-16).</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Created), "session-created")]
[JsonDerivedType(typeof(Launched), "session-launched")]
[JsonDerivedType(typeof(DeviceLost), "session-device-lost")]
[JsonDerivedType(typeof(Assigned), "session-assigned")]
[JsonDerivedType(typeof(Transferred), "session-transferred")]
[JsonDerivedType(typeof(MovedToChannel), "session-moved-to-channel")]
[JsonDerivedType(typeof(TechnicianInvited), "session-technician-invited")]
[JsonDerivedType(typeof(TechnicianLeft), "session-technician-left")]
[JsonDerivedType(typeof(Released), "session-released")]
[JsonDerivedType(typeof(AccessRequested), "session-access-requested")]
[JsonDerivedType(typeof(AccessGranted), "session-access-granted")]
[JsonDerivedType(typeof(AccessRejected), "session-access-rejected")]
[JsonDerivedType(typeof(AccessTimedOut), "session-access-timed-out")]
[JsonDerivedType(typeof(Connected), "session-connected")]
[JsonDerivedType(typeof(Disconnected), "session-disconnected")]
[JsonDerivedType(typeof(ConnectionStopped), "session-connection-stopped")]
[JsonDerivedType(typeof(NoteAdded), "session-note-added")]
[JsonDerivedType(typeof(Expired), "session-expired")]
[JsonDerivedType(typeof(Closed), "session-closed")]
[JsonDerivedType(typeof(Deleted), "session-deleted")]
public abstract record SessionEvent
{
    private protected SessionEvent()
    {
    }

    /// <summary>The session was made.</summary>
    /// <param name="Channel">The channel, with its settings.</param>
    /// <param name="Secrets">The PIN and the link; <see langword="null"/> where a history is shown.</param>
    /// <param name="Technician">Who made it and is assigned.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Created(SessionChannel Channel, SessionSecrets? Secrets, string Technician, DateTimeOffset At) : SessionEvent;

    /// <summary>The support application was launched.</summary>
    /// <param name="DeviceId">The computer.</param>
    public sealed record Launched(string DeviceId) : SessionEvent;

    /// <summary>The computer is gone; an open connection ended with it.</summary>
    public sealed record DeviceLost : SessionEvent;

    /// <summary>A technician was assigned, or took the session from the queue.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record Assigned(string Technician) : SessionEvent;

    /// <summary>The assigned technician handed the session to another.</summary>
    /// <param name="Technician">The other.</param>
    public sealed record Transferred(string Technician) : SessionEvent;

    /// <summary>The session moved to another channel.</summary>
    /// <param name="Channel">The channel, with its settings.</param>
    /// <param name="KeepsAssignee">Whether the assigned technician stays; otherwise it waits in the queue.</param>
    public sealed record MovedToChannel(SessionChannel Channel, bool KeepsAssignee) : SessionEvent;

    /// <summary>A technician was invited.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record TechnicianInvited(string Technician) : SessionEvent;

    /// <summary>An invited technician left.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record TechnicianLeft(string Technician) : SessionEvent;

    /// <summary>The session was given up; the invited technicians went with it.</summary>
    public sealed record Released : SessionEvent;

    /// <summary>A technician asked for permission.</summary>
    /// <param name="RequestId">The request.</param>
    /// <param name="Technician">Who asked.</param>
    /// <param name="AnswerBy">Until when the end user can answer (UTC).</param>
    public sealed record AccessRequested(string RequestId, string Technician, DateTimeOffset AnswerBy) : SessionEvent;

    /// <summary>The end user granted the permission.</summary>
    /// <param name="RequestId">The request.</param>
    public sealed record AccessGranted(string RequestId) : SessionEvent;

    /// <summary>The end user rejected the request.</summary>
    /// <param name="RequestId">The request.</param>
    public sealed record AccessRejected(string RequestId) : SessionEvent;

    /// <summary>Nobody answered the request in time.</summary>
    /// <param name="RequestId">The request.</param>
    /// <param name="At">When its time was over (UTC).</param>
    public sealed record AccessTimedOut(string RequestId, DateTimeOffset At) : SessionEvent;

    /// <summary>A technician connected.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record Connected(string Technician) : SessionEvent;

    /// <summary>A technician disconnected.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record Disconnected(string Technician) : SessionEvent;

    /// <summary>The end user ended the connection and took the permission back.</summary>
    public sealed record ConnectionStopped : SessionEvent;

    /// <summary>A note was written.</summary>
    /// <param name="Note">The note.</param>
    public sealed record NoteAdded(SessionNote Note) : SessionEvent;

    /// <summary>The session outlived its time-out.</summary>
    /// <param name="At">When (UTC).</param>
    public sealed record Expired(DateTimeOffset At) : SessionEvent;

    /// <summary>The session was closed.</summary>
    public sealed record Closed : SessionEvent;

    /// <summary>The session was deleted.</summary>
    public sealed record Deleted : SessionEvent;
}
