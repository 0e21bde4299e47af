using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Support.Sdk.AspNetCore.ServiceDesk.EndUsers;

namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>Adds the two ways in which callers say who they are.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    public const string TechnicianScheme = "technician";
    public const string TicketScheme = "endUserTicket";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent<IOpenApiSecurityScheme>(TechnicianScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The technician's sign-in, as the host application has it; shown here as a bearer token.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(TicketScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = EndUserTickets.Scheme,
            Description = "The ticket that an end user gets when entering by PIN or link.",
        });
        return Task.CompletedTask;
    }
}
