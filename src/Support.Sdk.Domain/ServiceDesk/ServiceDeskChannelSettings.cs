namespace Support.Sdk.ServiceDesk;

/// <summary>A channel's settings.</summary>
/// <param name="ConsentTimeOutSeconds">How long a request for permission waits for the end user, in whole seconds; more than 0, 60 by default.</param>
/// <param name="Capacity">How many live sessions the channel holds; 1 to 100,000, 100 by default.</param>
/// <remarks>What has a default is a parameter: generated JSON code keeps the defaults of parameters, not those of properties that are set once.</remarks>
public sealed record ServiceDeskChannelSettings(long ConsentTimeOutSeconds = 60, int Capacity = 100)
{
    /// <summary>How long a session lasts, counted from its creation, in whole seconds; more than 0.</summary>
    public required long TimeOutSeconds { get; init; }
}
