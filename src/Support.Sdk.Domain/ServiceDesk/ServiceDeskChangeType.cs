namespace Support.Sdk.ServiceDesk;

/// <summary>The kinds of <see cref="ServiceDeskChange"/>; on the wire <c>ready</c>, <c>session</c>, <c>channel</c> and <c>reset</c>, also as the event's name.</summary>
public enum ServiceDeskChangeType
{
    /// <summary>The feed listens from here on: whoever reads the lists now misses nothing.</summary>
    Ready,

    /// <summary>A session changed.</summary>
    Session,

    /// <summary>A channel changed.</summary>
    Channel,

    /// <summary>Changes were left out, for the listener was too far behind or too slow: read the lists anew. The feed goes on.</summary>
    Reset,
}
