namespace Support.Sdk.ServiceDesk;

/// <summary>Creates a session: <c>POST /sessions</c> (SES-03).</summary>
public sealed record ServiceDeskCreateSession
{
    /// <summary>The channel's id.</summary>
    public required string Channel { get; init; }

    /// <summary>The session's id, for a caller who draws ids himself, so that a repeat makes no second session; the server draws one when it is left out.</summary>
    public string? Id { get; init; }
}
