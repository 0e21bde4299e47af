using Microsoft.AspNetCore.Http;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>Tells which technician has signed in. A host registers its own to take ids, names and permissions from elsewhere than the claims.</summary>
/// <remarks>
/// Implementations are thread-safe. The built-in one makes the actor of the claims: id of <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/> or <c>sub</c>, name of the identity's
/// name, roles of the identity's role claims, permissions of the claims of type <see cref="PermissionClaim"/>.
/// </remarks>
public interface IServiceDeskActorResolver
{
    /// <summary>The type of the claims whose values are permissions, such as <c>sessions.administer</c>.</summary>
    const string PermissionClaim = "support-permission";

    /// <summary>Finds the technician of a request that the host has authorised.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the look-up; the request's own abortion.</param>
    /// <returns>The technician, or <see langword="null"/> when whoever signed in is none: answered with 403.</returns>
    ValueTask<Actor?> ResolveAsync(HttpContext context, CancellationToken cancellationToken = default);
}
