using Microsoft.AspNetCore.OpenApi;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes the Service Desk's endpoints in OpenAPI documents.</summary>
public static class SupportServiceDeskOpenApiExtensions
{
    /// <summary>Registers an OpenAPI document of the Service Desk alone; <c>app.MapOpenApi()</c> publishes it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="documentName">The document's name, and so a part of its address: <c>/openapi/service-desk.json</c> by default.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddServiceDeskOpenApi(this IServiceCollection services, string documentName = "service-desk")
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(documentName);
        return services.AddOpenApi(documentName, static options =>
        {
            options.ShouldInclude = static description => description.ActionDescriptor.EndpointMetadata.OfType<ServiceDeskMetadata>().Any();
            options.AddDocumentTransformer(static (document, _, _) =>
            {
                document.Info = new() { Title = "Service Desk", Version = "v1", Description = "Attended support sessions: the technicians' and the end users' side." };
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.DescribeServiceDesk();
        });
    }

    /// <summary>Completes the description of the Service Desk's endpoints in a document of the host's own: headers, parameters, security schemes. Other endpoints stay as they are.</summary>
    /// <param name="options">The options of the document.</param>
    /// <returns>The same options.</returns>
    public static OpenApiOptions DescribeServiceDesk(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddDocumentTransformer(new DocumentDescription()).AddOperationTransformer(new OperationDescription());
    }
}
