using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>The pages, and the little that they need besides the API of the Service Desk.</summary>
internal static class ConsolePages
{
    public static void MapConsolePages(this WebApplication app)
    {
        foreach (var path in new[] { "/", "/channels", "/channels/{id}", "/channels/{id}/settings", "/sessions/{id}" })
        {
            app.MapPage(path, "index.html").RequireAuthorization();
        }

        app.MapPage("/help", "help.html");
        app.MapPage("/s/{token}", "help.html");

        app.MapGet("/console/settings", static (TimeProvider clock, IWebHostEnvironment environment) =>
            new ConsoleSettings(clock.GetUtcNow(), environment.IsDevelopment()));

        app.MapGet("/console/technicians", static async (HttpContext context, CancellationToken cancellationToken) =>
            await ListAsync(context, cancellationToken)).RequireAuthorization();

        // The API names technicians by id; the end user should read a name. Told are those alone who help in this session: assigned, asking, or connected.
        app.MapGet("/console/end-user/{session}/names", static async (string session, SessionWorkflow sessions, HttpContext context, CancellationToken cancellationToken) =>
        {
            var outcome = await sessions.GetForEndUserAsync(session, cancellationToken);
            if (!outcome.IsAccepted)
            {
                return Results.NotFound();
            }

            var view = outcome.ValueOrThrow();
            var directory = await ListAsync(context, cancellationToken);
            return Results.Ok(directory.Where(one => one.Id == view.Technician || one.Id == view.Request?.Technician || view.Connected.Contains(one.Id)).ToDictionary(one => one.Id, one => one.Name));
        });
    }

    /// <summary>Serves one of the pages; a cache has to ask each time whether it is still the same.</summary>
    public static RouteHandlerBuilder MapPage(this WebApplication app, string path, string file) => app.MapGet(path, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(Path.Combine(app.Environment.ContentRootPath, "pages", file), "text/html; charset=utf-8");
    });

    private static async Task<IReadOnlyList<Technician>> ListAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.RequestServices.GetService<ITechnicianDirectory>() is { } directory ? await directory.ListAsync(cancellationToken) : [];
}
