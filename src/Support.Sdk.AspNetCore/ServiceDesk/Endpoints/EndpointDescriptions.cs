using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>What the description of the API says of an endpoint.</summary>
internal static class EndpointDescriptions
{
    private const string NamePrefix = "ServiceDesk.";

    /// <summary>Names an endpoint and says what it answers, apart from what every endpoint of its group may answer.</summary>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string name, string summary, int status = StatusCodes.Status200OK, params int[] refusals)
        where TAnswer : class => endpoint.Describe(name, summary, refusals).Produces<TAnswer>(status);

    /// <inheritdoc cref="Describe{TAnswer}" />
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary, params int[] refusals)
    {
        endpoint.WithName(NamePrefix + name).WithSummary(summary);
        foreach (var refusal in refusals)
        {
            endpoint.Refuses(refusal);
        }

        return endpoint;
    }

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces<ServiceDeskProblem>(status, ProblemAnswer.ContentType);

    /// <summary>A command on something that is there: with an entity tag, and all the refusals that a machine may have.</summary>
    public static RouteHandlerBuilder AsCommand(this RouteHandlerBuilder endpoint)
    {
        foreach (var status in (ReadOnlySpan<int>)[400, 403, 404, 409, 412, 413, 422])
        {
            endpoint.Refuses(status);
        }

        return endpoint.WithTag();
    }

    /// <summary>The answer bears the version as its entity tag.</summary>
    public static RouteHandlerBuilder WithTag(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(TaggedMetadata.Instance);
}
