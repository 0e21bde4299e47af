namespace Support.Sdk.ServiceDesk;

/// <summary>How live events are followed.</summary>
public sealed class LiveEventOptions
{
    /// <summary>The wait before the first reconnection, unless the server names another in its <c>retry:</c> field; it doubles with each failure, and up to half of each wait is added at random.</summary>
    /// <value>1 second by default; 10 ms to <see cref="MaxReconnectDelay"/>.</value>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait up to which <see cref="ReconnectDelay"/> doubles. A longer one that the server demands is kept, up to an hour.</summary>
    /// <value>30 seconds by default; up to 1 hour.</value>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a connection may bring nothing at all, not even the comment lines by which the server shows that it lives, before it is taken for dead and made anew. Longer than the
    /// server's interval between those lines.
    /// </summary>
    /// <value>45 seconds by default; 1 second to 1 hour.</value>
    public TimeSpan SilenceTimeout { get; set; } = TimeSpan.FromSeconds(45);
}
