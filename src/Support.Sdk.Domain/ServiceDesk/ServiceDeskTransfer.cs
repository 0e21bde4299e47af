namespace Support.Sdk.ServiceDesk;

/// <summary>Transfers a session: to a technician or to a channel, exactly one of the two (SES-07).</summary>
public sealed record ServiceDeskTransfer
{
    /// <summary>The technician's id.</summary>
    public string? Technician { get; init; }

    /// <summary>The channel's id.</summary>
    public string? Channel { get; init; }
}
