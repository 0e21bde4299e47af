namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>The successful answer of the endpoint has an <c>ETag</c>.</summary>
internal sealed class TaggedMetadata
{
    public static TaggedMetadata Instance { get; } = new();
}
