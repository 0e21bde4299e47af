namespace Support.Sdk.ServiceDesk;

/// <summary>What a member of a channel may do: <c>PUT /channels/{id}/members/{technician}</c>.</summary>
public sealed record ServiceDeskMembership
{
    /// <summary>Whether he may release and transfer sessions.</summary>
    public bool CanRelease { get; init; }

    /// <summary>Whether he manages the channel.</summary>
    public bool IsManager { get; init; }
}
