using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Support.Sdk.AspNetCore.ServiceDesk.EndUsers;

namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>Adds to an operation what it reads and answers besides route and bodies: headers, parameters, and who may call it.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<ServiceDeskMetadata>().Any())
        {
            return Task.CompletedTask;
        }

        foreach (var parameter in metadata.OfType<ParameterMetadata>())
        {
            (operation.Parameters ??= []).Add(Describe(parameter));
        }

        if (SchemeOf(metadata) is { } scheme)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            AddHeaders(status, response, metadata);
        }

        return Task.CompletedTask;
    }

    private static string? SchemeOf(IList<object> metadata) =>
        metadata.OfType<TicketMetadata>().Any() ? DocumentDescription.TicketScheme
        : metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any() ? null
        : DocumentDescription.TechnicianScheme;

    private static OpenApiParameter Describe(ParameterMetadata parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Description = parameter.Description,
        Schema = new OpenApiSchema
        {
            Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = parameter.IsNumber ? "int64" : null,
            Enum = parameter.Values is { } values ? [.. values.Select(value => (JsonNode)value)] : null,
        },
    };

    private static void AddHeaders(string status, IOpenApiResponse response, IList<object> metadata)
    {
        if (response is not OpenApiResponse { } answer || !int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return;
        }

        if (code is StatusCodes.Status200OK or StatusCodes.Status201Created && metadata.OfType<TaggedMetadata>().Any())
        {
            Add("ETag", "The version in quotes, such as \"7\", for If-Match.");
        }

        if (code == StatusCodes.Status201Created)
        {
            Add("Location", "Where it can be read.");
        }

        if (code == StatusCodes.Status429TooManyRequests)
        {
            Add("Retry-After", "How many seconds to wait.");
        }

        void Add(string name, string description) =>
            (answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] =
                new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }
}
