namespace Support.Sdk.ServiceDesk;

/// <summary>Names the end user's computer.</summary>
public sealed record ServiceDeskEndUserDevice
{
    /// <summary>The computer's id, drawn by the support application. The session belongs to the first one that launches.</summary>
    public required string DeviceId { get; init; }
}
