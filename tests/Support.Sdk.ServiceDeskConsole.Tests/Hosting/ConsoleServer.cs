using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.ServiceDeskConsole.Hosting;
using Support.Sdk.Testing;

namespace Support.Sdk.ServiceDeskConsole.Tests.Hosting;

/// <summary>The console itself, as Program.cs starts it, on a free port; with a clock moved by hand and a data folder that goes with it.</summary>
internal sealed class ConsoleServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-desk-console-");
    private WebApplication? _app;

    public ManualTimeProvider Clock { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public static async Task<ConsoleServer> StartAsync(string environment = "Development", Action<WebApplicationBuilder>? configure = null)
    {
        var server = new ConsoleServer();
        await server.StartAsync(environment, server.Address, configure);
        return server;
    }

    /// <summary>Starts another host on the same data and the same port.</summary>
    public Task StartAgainAsync() => StartAsync("Development", Address, null);

    public async Task StopAsync()
    {
        await _app!.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task StartAsync(string environment, Uri address, Action<WebApplicationBuilder>? configure)
    {
        string[] settings = ["--urls", address.GetLeftPart(UriPartial.Authority), "--environment", environment, "--Console:DataFolder", _folder.FullName];
        _app = ConsoleHost.Create(settings, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            configure?.Invoke(builder);
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Urls.Single());
    }
}
