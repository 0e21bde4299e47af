namespace Support.Sdk.ServiceDesk;

/// <summary>Creates a channel: <c>POST /channels</c> (SES-02).</summary>
public sealed record ServiceDeskCreateChannel
{
    /// <summary>The channel's id: lower-case letters, digits and hyphens. It is never used again.</summary>
    public required string Id { get; init; }

    /// <summary>The name, 64 characters at most; unique among shared channels without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>The settings.</summary>
    public required ServiceDeskChannelSettings Settings { get; init; }

    /// <summary>Whether it is the caller's private channel.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is a default channel, which cannot be removed.</summary>
    public bool IsDefault { get; init; }
}
