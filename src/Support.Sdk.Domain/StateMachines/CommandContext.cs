namespace Support.Sdk.StateMachines;

/// <summary>What a machine may know of the world besides its state and the command: who, when, and in which correlation.</summary>
/// <remarks>Immutable. Machines read no clock, no random source and no culture; whatever they need comes in here or with the command.</remarks>
public readonly struct CommandContext
{
    /// <summary>Creates a context.</summary>
    /// <param name="actor">Who gives the command.</param>
    /// <param name="now">The present; kept as UTC.</param>
    /// <param name="correlationId">Ties together what one cause made happen; empty when there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="actor"/> or <paramref name="correlationId"/> is <see langword="null"/>.</exception>
    public CommandContext(Actor actor, DateTimeOffset now, string correlationId = "")
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(correlationId);
        Actor = actor;
        Now = now.ToUniversalTime();
        CorrelationId = correlationId;
    }

    /// <summary>Who gives the command.</summary>
    public Actor Actor { get; }

    /// <summary>The present (UTC).</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Ties together what one cause made happen; may be empty.</summary>
    public string CorrelationId { get; }
}
