using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.ServiceDeskConsole.Demo;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>Puts the console together: the store, the Service Desk's API, the pages, and in Development a sign-in for the demo.</summary>
public static class ConsoleHost
{
    /// <summary>Makes the application; whoever calls it starts it.</summary>
    /// <param name="args">Settings from the command line, such as <c>--urls http://localhost:5080</c>.</param>
    /// <param name="configure">What is to be otherwise: authentication outside Development, a store or a clock of one's own.</param>
    /// <exception cref="SignInMissingException">This is not Development, and <paramref name="configure"/> registered no authentication.</exception>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Pages and settings stand beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        AddServices(builder);
        var app = builder.Build();
        RequireSignIn(app);
        Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection(ConsoleOptions.Section);
        services.AddOptions<ConsoleOptions>().Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true);
        var options = section.Get<ConsoleOptions>() ?? new();

        // The end users' tickets and the technicians' cookies are sealed with these keys. Hosts that share a database share the folder too.
        services.AddDataProtection().SetApplicationName("ServiceDeskConsole").PersistKeysToFileSystem(Directory.CreateDirectory(options.KeysFolder));
        if (string.IsNullOrEmpty(options.PostgreSql))
        {
            services.AddSqliteStore(options.SqliteFile);
        }
        else
        {
            services.AddPostgreSqlStore(options.PostgreSql);
        }

        services.AddSupportSdk();
        services.AddServiceDesk(desk => desk.EndUserLink = options.PublicAddress is { } address ? $"{address.AbsoluteUri.TrimEnd('/')}/s/{{token}}" : "");
        services.AddProblemDetails();
        services.AddAuthorization();
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ConsoleJsonContext.Default));
        services.AddHostedService<Seeding>();
        if (builder.Environment.IsDevelopment())
        {
            services.AddDemoSignIn();
        }
    }

    private static void RequireSignIn(WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<AuthenticationOptions>>().Value.Schemes.Any())
        {
            throw new SignInMissingException();
        }
    }

    private static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler();
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseAuthentication();
        app.UseOwnRequestsOnly();
        app.UseAuthorization();

        app.MapServiceDesk();
        app.MapConsolePages();
        if (app.Environment.IsDevelopment())
        {
            app.MapDemoSignIn();
        }
    }

    /// <summary>Makes the first channels before the first request is answered.</summary>
    private sealed class Seeding(ChannelWorkflow channels, IWebHostEnvironment environment) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            if (environment.IsDevelopment())
            {
                await DemoChannels.SeedDemoAsync(channels, cancellationToken);
            }
            else
            {
                await DemoChannels.SeedDefaultAsync(channels, cancellationToken);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
