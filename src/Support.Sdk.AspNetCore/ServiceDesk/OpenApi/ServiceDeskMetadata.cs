namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>The endpoint is one of the Service Desk.</summary>
internal sealed class ServiceDeskMetadata
{
    public static ServiceDeskMetadata Instance { get; } = new();
}
