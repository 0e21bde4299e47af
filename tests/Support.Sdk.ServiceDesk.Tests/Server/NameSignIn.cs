using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk.Tests.Server;

/// <summary>Believes the name that stands where a token would; "nobody" is nobody.</summary>
internal sealed class NameSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Name";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.Ordinal) || header.EndsWith("nobody", StringComparison.Ordinal))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var name = header["Bearer ".Length..];
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, name), new(ClaimTypes.Name, $"Name of {name}")];
        if (name == "root")
        {
            claims.Add(new(IServiceDeskActorResolver.PermissionClaim, SessionPermissions.Administer));
        }

        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
    }
}
