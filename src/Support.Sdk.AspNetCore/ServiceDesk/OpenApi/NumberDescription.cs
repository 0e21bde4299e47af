using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>Numbers of the wire are numbers. The framework would allow texts too, as its own binding does; the Service Desk reads its bodies itself, and takes none.</summary>
internal sealed class NumberDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo?.DeclaringType.Namespace == typeof(ServiceDeskProblem).Namespace && schema.Type is { } type && type.HasFlag(JsonSchemaType.Integer))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        return Task.CompletedTask;
    }
}
