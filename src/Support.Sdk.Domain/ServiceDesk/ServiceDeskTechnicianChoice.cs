namespace Support.Sdk.ServiceDesk;

/// <summary>Names the technician of <c>assign</c> and <c>invite</c>.</summary>
public sealed record ServiceDeskTechnicianChoice
{
    /// <summary>The technician's id.</summary>
    public required string Technician { get; init; }
}
