using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>The client against the emulator over HTTP, on one manual clock. The account signs in with client credentials, so that it can renew its session.</summary>
internal sealed class EmulatedOrg : IAsyncDisposable
{
    private EmulatedOrg(SalesforceEmulator emulator, ManualTimeProvider clock, Action<SalesforceOptions>? configure)
    {
        Emulator = emulator;
        Clock = clock;
        Emulator.AddOAuthClient(new SalesforceOAuthClient("app", "app-secret", new Uri("https://app.example.com/callback")) { ExecutionUser = Emulator.Administrator });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ITokenStore>(new InMemoryTokenStore());
        services.AddLogging();
        services.AddSalesforce(options =>
        {
            options.BaseAddress = Emulator.BaseAddress;
            options.OAuth.ClientId = "app";
            options.OAuth.ClientSecret = "app-secret";
            options.OAuth.Grant = SalesforceGrant.ClientCredentials;
            options.Http.MaxRetries = 0;
            configure?.Invoke(options);
        });
        Services = services.BuildServiceProvider();
    }

    public SalesforceEmulator Emulator { get; }

    public ManualTimeProvider Clock { get; }

    public ServiceProvider Services { get; }

    public SalesforceClient Client => Services.GetRequiredService<ISalesforceClientFactory>().GetClient();

    public IRecordLookup Lookup => Services.GetRequiredKeyedService<IRecordLookup>(SalesforceConstants.Vendor);

    public IRecordWriter Writer => Services.GetRequiredKeyedService<IRecordWriter>(SalesforceConstants.Vendor);

    public IImportObjects Objects => Services.GetRequiredKeyedService<IImportObjects>(SalesforceConstants.Vendor);

    public ICampaigns Campaigns => Services.GetRequiredKeyedService<ICampaigns>(SalesforceConstants.Vendor);

    public static async Task<EmulatedOrg> StartAsync(Action<SalesforceOptions>? configure = null, Action<SalesforceEmulatorOptions>? emulate = null)
    {
        var clock = new ManualTimeProvider();
        var options = new SalesforceEmulatorOptions { TimeProvider = clock };
        emulate?.Invoke(options);
        return new EmulatedOrg(await SalesforceEmulator.StartAsync(options, TestContext.Current.CancellationToken), clock, configure);
    }

    public string AddContact(string lastName, string? email = null) => Emulator.AddRecord("Contact", ("LastName", lastName), ("Email", email));

    /// <summary>Ends the session, long after it was begun: a token that is rejected when it is new is not replaced.</summary>
    public void EndSession()
    {
        Clock.Advance(TimeSpan.FromMinutes(30));
        Emulator.ExpireSessions().ShouldBe(1);
    }

    public int CountRequests(string method, string path) =>
        Emulator.Requests.Count(request => request.Method == method && request.PathAndQuery.Contains(path, StringComparison.Ordinal));

    /// <summary>The target of a field, as a describe gives it.</summary>
    public async Task<TargetField> FieldAsync(string objectName, string field) =>
        (await Objects.DescribeAsync("", objectName, TestContext.Current.CancellationToken))!.TryFind(field, out var found) ? found : throw new InvalidOperationException(field);

    public async Task<List<ExistingRecord>> FindAsync(string objectName, string keyField, string[] fields, params IEnumerable<string> keys)
    {
        var query = new RecordQuery(objectName, await FieldAsync(objectName, keyField), [.. fields], [.. keys], "webinar");
        return await Lookup.FindAsync(query, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
