namespace Support.Sdk.ServiceDesk;

/// <summary>The end user's answer to a request for permission (SES-05).</summary>
public sealed record ServiceDeskAnswer
{
    /// <summary>The request that is answered; any other than the open one is refused.</summary>
    public required string RequestId { get; init; }

    /// <summary>The computer's id.</summary>
    public required string DeviceId { get; init; }
}
