using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Webinars;
using Support.Sdk.WorkItems;

namespace WebinarImportSample.Hosting;

/// <summary>What a command works with: the vendors, real or emulated, and the application that connects them. Yours registers the same, without the emulators.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly EmulatedVendors? _emulated;
    private readonly IHost _host;

    private World(EmulatedVendors? emulated, IConfiguration settings, IHost host) => (_emulated, Settings, _host) = (emulated, settings, host);

    public IConfiguration Settings { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The emulators of this process; <see langword="null"/> when settings name vendors elsewhere.</summary>
    public EmulatedVendors? Emulated => _emulated;

    public IWebinarSource Webinars => Services.GetRequiredKeyedService<IWebinarSource>("webex");

    public IImportObjects Objects => Services.GetRequiredKeyedService<IImportObjects>(WorkItemRef.Salesforce);

    public IRecordLookup Records => Services.GetRequiredKeyedService<IRecordLookup>(WorkItemRef.Salesforce);

    /// <summary>Starts the application, and the emulators unless settings name vendors elsewhere.</summary>
    /// <exception cref="BadInputException">The settings are incomplete or wrong.</exception>
    public static async Task<World> StartAsync(CommandContext context, CancellationToken cancellationToken)
    {
        IConfiguration settings = context.Sources.Read();
        EmulatedVendors? emulated = null;
        if (IsConfigured(settings))
        {
            if (context.Line.Has(Option.Rows))
            {
                throw new BadInputException(Option.Rows.Name, InputRefusals.EmulatorsOnly.Refuse());
            }
        }
        else
        {
            emulated = await EmulatedVendors.StartAsync(context.Line.Number(Option.Rows, 1, 1_000_000) ?? context.DemoRows, cancellationToken);
            settings = new ConfigurationBuilder().AddInMemoryCollection(emulated.Settings).Build();
        }

        try
        {
            var host = CreateHost(settings, context.Line.Text(Option.Store) ?? "webinar-import.db");
            await host.StartAsync(cancellationToken);
            return new World(emulated, settings, host);
        }
        catch
        {
            await (emulated?.DisposeAsync() ?? default);
            throw;
        }
    }

    /// <summary>Whether settings name vendors elsewhere.</summary>
    /// <exception cref="BadInputException">They name one of the two.</exception>
    public static bool IsConfigured(IConfiguration settings)
    {
        var (webex, salesforce) = (settings.GetSection("Webex").Exists(), settings.GetSection("Salesforce").Exists());
        return webex == salesforce
            ? webex
            : throw new BadInputException(webex ? "Salesforce" : "Webex", InputRefusals.SettingsHalf.Refuse(webex ? "Webex" : "Salesforce", webex ? "Salesforce" : "Webex"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        await (_emulated?.DisposeAsync() ?? default);
    }

    private static IHost CreateHost(IConfiguration settings, string store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSupportSdk();
        builder.Services.AddSqliteStore(store);
        builder.Services.AddWebex(settings.GetSection("Webex"));
        builder.Services.AddSalesforce(settings.GetSection("Salesforce"));
        builder.Services.AddSingleton<ILoggerFactory>(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        var host = builder.Build();
        try
        {
            // A wrong setting is told now, not at the first call.
            _ = host.Services.GetRequiredKeyedService<IWebinarSource>("webex");
            _ = host.Services.GetRequiredKeyedService<IImportObjects>(WorkItemRef.Salesforce);
            host.Services.GetService<IStartupValidator>()?.Validate();
            return host;
        }
        catch (Exception problem) when (problem is OptionsValidationException or InvalidOperationException)
        {
            host.Dispose();
            throw new BadInputException(problem is OptionsValidationException wrong ? wrong.OptionsType.Name.Replace("Options", "", StringComparison.Ordinal) : "appsettings.json", InputRefusals.SettingsWrong.Refuse(problem.Message));
        }
    }
}
