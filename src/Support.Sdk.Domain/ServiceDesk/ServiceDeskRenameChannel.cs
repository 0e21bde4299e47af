namespace Support.Sdk.ServiceDesk;

/// <summary>Renames a channel.</summary>
public sealed record ServiceDeskRenameChannel
{
    /// <summary>The name, 64 characters at most.</summary>
    public required string Name { get; init; }
}
