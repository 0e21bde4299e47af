namespace Support.Sdk.ServiceDesk;

/// <summary>A technician's membership in a channel.</summary>
public sealed record ServiceDeskMember
{
    /// <summary>The technician's id.</summary>
    public required string Technician { get; init; }

    /// <summary>Whether he may release and transfer sessions.</summary>
    public bool CanRelease { get; init; }

    /// <summary>Whether he manages the channel.</summary>
    public bool IsManager { get; init; }
}
