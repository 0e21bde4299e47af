using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

/// <summary>Believes whoever a header names.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string TechnicianHeader = "X-Technician";
    public const string PermissionsHeader = "X-Permissions";

    /// <summary>Signs in, without an id.</summary>
    public const string Nameless = "nameless";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[TechnicianHeader] is not [{ } technician])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        List<Claim> claims = [new(ClaimTypes.Name, $"Name of {technician}")];
        if (technician != Nameless)
        {
            claims.Add(new(ClaimTypes.NameIdentifier, technician));
        }

        claims.AddRange($"{Request.Headers[PermissionsHeader]}".Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => new Claim(IServiceDeskActorResolver.PermissionClaim, value)));
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
    }
}
