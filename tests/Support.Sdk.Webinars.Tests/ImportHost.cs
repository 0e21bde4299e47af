using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.Running;
using Support.Sdk.Salesforce;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Work;

namespace Support.Sdk.Webinars.Tests;

/// <summary>A host application that imports webinars. Its workers are driven by the test.</summary>
internal sealed class ImportHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ManualTimeProvider _clock;

    private ImportHost(ServiceProvider services, ManualTimeProvider clock)
    {
        _services = services;
        _clock = clock;
    }

    public static CommandOrigin Anna { get; } = new(new Actor("anna@example.com", "Anna Adams", roles: ["Marketing"], permissions: [ImportAccess.ImportAdmin]), "corr-7");

    public static CommandOrigin Bob { get; } = new(new Actor("bob@example.com", "Bob Brown"));

    public WebinarImportWorkflow Imports => _services.GetRequiredService<WebinarImportWorkflow>();

    public WebinarSetupWorkflow Setup => _services.GetRequiredService<WebinarSetupWorkflow>();

    public IImportLedger Ledger => _services.GetRequiredService<IImportLedger>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public DueWork Work => _services.GetRequiredService<DueWork>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="world">The systems.</param>
    /// <param name="database">The SQLite file; <see langword="null"/> keeps everything in memory.</param>
    /// <param name="crash">When the process dies; <see langword="null"/> for one that lives.</param>
    /// <param name="configure">Sets options of the import.</param>
    /// <param name="salesforce">Sets options of the account.</param>
    /// <param name="ledger">Takes the place of the ledger; <see langword="null"/> for that of the store.</param>
    /// <param name="sleeper">A clock that stands still: the host is one that has stopped and does not know how much time has passed. <see langword="null"/> for one that goes with the world.</param>
    /// <param name="wrap">What stands around the ledger.</param>
    public static async Task<ImportHost> StartAsync(
        World world, string? database = null, CrashPlan? crash = null, Action<WebinarImportOptions>? configure = null, Action<SalesforceOptions>? salesforce = null, IImportLedger? ledger = null,
        ManualTimeProvider? sleeper = null, Func<IImportLedger, IImportLedger>? wrap = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(sleeper ?? world.Clock);
        if (ledger is not null)
        {
            services.AddSingleton(ledger);
        }

        if (database is null)
        {
            services.AddInMemoryStore();
        }
        else
        {
            services.AddSqliteStore(options => options.Path = database);
        }

        if (crash is not null)
        {
            Decorate<IMachineStore>(services, inner => new CrashingMachineStore(inner, crash));
            Decorate<IImportLedger>(services, inner => new CrashingImportLedger(inner, crash));
        }

        if (wrap is not null)
        {
            Decorate(services, wrap);
        }

        services.AddSupportSdk(options =>
        {
            options.HostName = sleeper is not null ? "sleeper" : crash is null ? "survivor" : "victim";
            options.Effects.WorkerEnabled = false;
            options.Deadlines.WorkerEnabled = false;
            options.Webinars.ChunkRows = 1_000;
            configure?.Invoke(options.Webinars);
        });
        Wrap(services.AddWebex(options =>
        {
            options.BaseAddress = world.Webex.ApiAddress;
            options.AccessToken = world.Host.AccessToken;
            options.Http.MaxRetries = 0;
        }));
        Wrap(services.AddSalesforce("", options =>
        {
            options.BaseAddress = world.Salesforce.BaseAddress;
            options.AccessToken = world.SalesforceToken;
            options.Http.MaxRetries = 0;
            options.Webinars.JobFirstWait = TimeSpan.FromMilliseconds(100);
            salesforce?.Invoke(options);
        }));
        var host = new ImportHost(services.BuildServiceProvider(), world.Clock);
        if (crash is null)
        {
            (await host.Setup.SwitchEverybodyAsync("salesforce", "", enabled: true, Anna, Cancel)).ValueOrThrow();
        }

        return host;

        void Wrap(IHttpClientBuilder client)
        {
            if (crash is not null)
            {
                client.ConfigurePrimaryHttpMessageHandler(() => new CrashingHandler(crash) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } });
            }
        }
    }

    /// <summary>Starts an import and waits for its end, moving the clock where it waits for a job.</summary>
    public async Task<WebinarImport> ImportAsync(WebinarImportRequest request) => (await TryImportAsync(request)).ValueOrThrow();

    public Task<Outcome<WebinarImport>> TryImportAsync(WebinarImportRequest request) =>
        RunAsync(Imports.StartAsync(request, Anna, EffectExecution.Inline, Cancel).AsTask());

    /// <summary>Waits for something that may wait for a job.</summary>
    public Task<T> RunAsync<T>(Task<T> task) => _clock.RunThroughPausesAsync(task);

    public async Task<List<ImportRowResult>> RowsAsync(string import, ImportRowFilter filter = ImportRowFilter.All) =>
        await Imports.ReadRowsAsync(import, Anna, filter, Cancel).ToListAsync(Cancel);

    public async Task<string> ReportAsync(string import, string culture = "en", ImportRowFilter filter = ImportRowFilter.Undone)
    {
        using var output = new MemoryStream();
        await Imports.WriteReportAsync(import, output, Anna, System.Globalization.CultureInfo.GetCultureInfo(culture), filter, Cancel);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Decorate<T>(ServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => decorate((T)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
