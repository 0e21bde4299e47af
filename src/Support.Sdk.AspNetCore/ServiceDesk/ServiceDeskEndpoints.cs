using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>The mapped endpoints, to which a host adds conventions: to all of them, or to one side.</summary>
public sealed class ServiceDeskEndpoints : IEndpointConventionBuilder
{
    private readonly RouteGroupBuilder _all;

    internal ServiceDeskEndpoints(RouteGroupBuilder all, RouteGroupBuilder technicians, RouteGroupBuilder endUsers)
    {
        _all = all;
        Technicians = technicians;
        EndUsers = endUsers;
    }

    /// <summary>The technicians' endpoints. They require the host's default authorisation policy; <c>Technicians.RequireAuthorization("…")</c> adds another.</summary>
    public IEndpointConventionBuilder Technicians { get; }

    /// <summary>The end users' endpoints, which are anonymous.</summary>
    public IEndpointConventionBuilder EndUsers { get; }

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => ((IEndpointConventionBuilder)_all).Add(convention);

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => ((IEndpointConventionBuilder)_all).Finally(finallyConvention);
}
