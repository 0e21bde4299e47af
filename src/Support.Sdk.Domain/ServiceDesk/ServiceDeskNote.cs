namespace Support.Sdk.ServiceDesk;

/// <summary>A technician's note on a session.</summary>
public sealed record ServiceDeskNote
{
    /// <summary>The note's id.</summary>
    public required string Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Technician { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
