using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Support.Sdk.Running;
using Support.Sdk.Webinars;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>The SDK's importer as a host registers it, with its store in a SQLite file.</summary>
internal sealed class SdkImport : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("support-sdk-import-").FullName;
    private readonly ServiceProvider _services;

    private SdkImport(VendorAddresses vendors) => _services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSqliteStore(Path.Combine(_directory, "import.db"))
        .AddSupportSdk()
        .AddWebexAccount(vendors)
        .AddSalesforceAccount(vendors)
        .BuildServiceProvider();

    /// <summary>Makes the services and opens the store; nothing is called at the vendors.</summary>
    public static async Task<SdkImport> StartAsync(VendorAddresses vendors, CancellationToken cancellationToken = default)
    {
        var import = new SdkImport(vendors);
        await foreach (var _ in import.Workflow.ListAsync(CommandOrigin.System, cancellationToken: cancellationToken))
        {
            throw new InvalidOperationException("A new store has no imports.");
        }

        return import;
    }

    /// <summary>Imports a webinar to its end.</summary>
    /// <exception cref="InvalidOperationException">It was stopped.</exception>
    public async Task<ImportTally> RunAsync(string webinarId, CancellationToken cancellationToken = default)
    {
        var import = (await Workflow.StartAsync(new WebinarImportRequest(webinarId, ImportCase.Mapping), CommandOrigin.System, EffectExecution.Inline, cancellationToken)).ValueOrThrow();
        import = (await Workflow.GetAsync(import.Id, CommandOrigin.System, cancellationToken)).ValueOrThrow();
        var counts = import.Counts;
        return import.Status == ImportStatus.Completed
            ? new(counts.Created, counts.Updated, counts.Unchanged + counts.Repeated, counts.Invalid + counts.Conflicts, counts.Failed)
            : throw new InvalidOperationException($"The import is not complete: {import.Status}, {import.Fault}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private WebinarImportWorkflow Workflow => _services.GetRequiredService<WebinarImportWorkflow>();
}

/// <summary>The accounts that open the emulators.</summary>
internal static class EmulatedAccounts
{
    public static IServiceCollection AddWebexAccount(this IServiceCollection services, VendorAddresses vendors)
    {
        services.AddWebex(webex => (webex.BaseAddress, webex.AccessToken) = (vendors.Webex, vendors.WebexToken));
        return services;
    }

    public static IServiceCollection AddSalesforceAccount(this IServiceCollection services, VendorAddresses vendors)
    {
        services.AddSalesforce(salesforce =>
        {
            (salesforce.BaseAddress, salesforce.AccessToken) = (vendors.Salesforce, vendors.SalesforceToken);

            // The emulated jobs wait for nothing but their work, so whoever waits a second for them would measure the second.
            salesforce.Webinars.JobFirstWait = TimeSpan.FromMilliseconds(5);
        });
        return services;
    }
}
