namespace Support.Sdk.AspNetCore.ServiceDesk.EndUsers;

/// <summary>The endpoint takes an end user's ticket.</summary>
internal sealed class TicketMetadata
{
    public static TicketMetadata Instance { get; } = new();
}
