using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Endpoints;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;
using Support.Sdk.ServiceDesk;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of the Service Desk.</summary>
public static class SupportServiceDeskEndpointRouteBuilderExtensions
{
    /// <summary>Maps the Service Desk: the technicians' endpoints, which need a signed-in user, and the end users', which are anonymous. <c>AddServiceDesk</c> has to be called too.</summary>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="prefix">The path below which the endpoints stand; <c>/service-desk</c> by default.</param>
    /// <returns>Conventions of all endpoints, and of each side.</returns>
    /// <remarks>
    /// Refusals are <see cref="ServiceDeskProblem"/>s in the language of <c>Accept-Language</c>. What is not visible to a technician answers as what does not exist. Commands take
    /// <c>Idempotency-Key</c> and <c>If-Match</c>.
    /// </remarks>
    public static ServiceDeskEndpoints MapServiceDesk(this IEndpointRouteBuilder endpoints, string prefix = "/service-desk")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var all = endpoints.MapGroup(prefix);
        all.AddEndpointFilter(Malformed.RefuseAsync).WithMetadata(ServiceDeskMetadata.Instance);

        var technicians = all.MapGroup("");
        technicians.RequireAuthorization().WithMetadata(
            new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized),
            new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(ServiceDeskProblem), [ProblemAnswer.ContentType]));
        TechnicianEndpoints.Map(technicians);
        SessionEndpoints.Map(technicians);
        SessionCommandEndpoints.Map(technicians);
        ChannelEndpoints.Map(technicians);

        var endUsers = all.MapGroup("/end-user");
        endUsers.AllowAnonymous().WithTags("End user");
        EndUserEndpoints.Map(endUsers);
        return new(all, technicians, endUsers);
    }
}
