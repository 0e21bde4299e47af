using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Support.Sdk.ServiceDeskConsole.Hosting;

namespace Support.Sdk.ServiceDeskConsole.Demo;

/// <summary>A sign-in without passwords, for a demo on one's own machine. It is registered and mapped in Development only.</summary>
internal static class DemoSignIn
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void AddDemoSignIn(this IServiceCollection services)
    {
        services.AddSingleton<ITechnicianDirectory, DemoDirectory>();
        services.AddAuthentication(Scheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.Cookie.Name = "service-desk-demo";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Events.OnRedirectToLogin = static context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = static context => AnswerAsync(context, StatusCodes.Status403Forbidden);
        });
    }

    public static void MapDemoSignIn(this WebApplication app)
    {
        app.MapPage("/sign-in", "sign-in.html");
        app.MapGet("/console/demo-technicians", static () => (IReadOnlyList<DemoTechnician>)DemoTechnician.All);
        app.MapPost("/console/sign-in", static async (Choice wanted, HttpContext context) =>
        {
            if (!OwnRequestsOnly.IsOwn(context.Request) || DemoTechnician.All.FirstOrDefault(one => one.Id == wanted.Technician) is not { } technician)
            {
                return Results.BadRequest();
            }

            await context.SignInAsync(Scheme, technician.ToPrincipal(Scheme));
            return Results.NoContent();
        });
        app.MapPost("/console/sign-out", static async (HttpContext context) =>
        {
            await context.SignOutAsync(Scheme);
            return Results.NoContent();
        });
    }

    // A page leads to the sign-in; a program that asks gets a status.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/service-desk") || context.Request.Path.StartsWithSegments("/console"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    internal sealed record Choice(string? Technician);
}
