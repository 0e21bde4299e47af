namespace Support.Sdk.ServiceDesk;

/// <summary>A channel as one technician sees it.</summary>
public sealed record ServiceDeskChannel
{
    /// <summary>The channel's id: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The channel's version, from 1; also the answer's <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>The name, 64 characters at most.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is visible to its owner alone.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The owner of a private channel; <see langword="null"/> for a shared one.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it is a default channel, which cannot be removed.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The settings for sessions that come here from now on.</summary>
    public required ServiceDeskChannelSettings Settings { get; init; }

    /// <summary>The members, 1,000 at most; empty for a private channel.</summary>
    public IReadOnlyList<ServiceDeskMember> Members { get => field ?? []; init; }

    /// <summary>What this technician may do with it now, and why not.</summary>
    public IReadOnlyList<ServiceDeskAction> Actions { get => field ?? []; init; }

    /// <summary>Finds what is said of one action.</summary>
    /// <param name="name">The action's name, such as <c>Rename</c>.</param>
    /// <returns>What is said, or <see langword="null"/> when the channel has no such action.</returns>
    public ServiceDeskAction? Action(string name) => Actions.FirstOrDefault(action => action.Name == name);
}
