using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk;

internal sealed class ClaimsActorResolver : IServiceDeskActorResolver
{
    public ValueTask<Actor?> ResolveAsync(HttpContext context, CancellationToken cancellationToken = default)
    {
        var user = context.User;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub");

        // The names of the SDK's own actors in the history are nobody else's.
        if (string.IsNullOrWhiteSpace(id) || id == Actor.System.Id || id == SessionWorkflow.EndUserId)
        {
            return ValueTask.FromResult<Actor?>(null);
        }

        var roles = user.Identities.SelectMany(identity => identity.FindAll(identity.RoleClaimType)).Select(claim => claim.Value);
        var permissions = user.FindAll(IServiceDeskActorResolver.PermissionClaim).Select(claim => claim.Value);

        // A role of the host's that happens to bear the end user's name makes no technician an end user.
        return ValueTask.FromResult<Actor?>(new(id, user.Identity?.Name, roles.Where(role => role != SessionPermissions.EndUserRole), permissions));
    }
}
