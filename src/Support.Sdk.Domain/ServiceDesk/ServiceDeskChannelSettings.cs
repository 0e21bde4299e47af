namespace Support.Sdk.ServiceDesk;

/// <summary>A channel's settings.</summary>
public sealed record ServiceDeskChannelSettings
{
    /// <summary>How long a session lasts, counted from its creation, in whole seconds; more than 0.</summary>
    public required long TimeOutSeconds { get; init; }

    /// <summary>How long a request for permission waits for the end user, in whole seconds; more than 0, 60 by default.</summary>
    public long ConsentTimeOutSeconds { get; init; } = 60;

    /// <summary>How many live sessions the channel holds; 1 or more, 100 by default.</summary>
    public int Capacity { get; init; } = 100;
}
