namespace Support.Sdk.ServiceDesk;

/// <summary>The signed-in technician as the server knows him: <c>GET /me</c>.</summary>
public sealed record ServiceDeskTechnician
{
    /// <summary>The id by which sessions and channels name the technician.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether the technician may make and remove shared channels.</summary>
    public required bool IsAdministrator { get; init; }
}
