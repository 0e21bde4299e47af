using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

/// <summary>A host application that imports webinars, over a store in memory.</summary>
internal sealed class SetupOffice : IAsyncDisposable
{
    public const string Target = "salesforce";
    public const string Account = "acme";

    public static readonly CommandOrigin Administrator = Who("ada@example.com", ImportAccess.ImportAdmin);
    public static readonly CommandOrigin Stranger = Who("olaf@example.com");

    public static readonly WebinarMapping Contact = new("Contact", "Email", [new("Email", WebinarField.Email), new("LastName", WebinarField.LastName)]);

    private readonly ServiceProvider _services;

    public SetupOffice()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Crm.Ledger);
        services.AddKeyedSingleton<IImportObjects>(Target, Crm);
        services.AddKeyedSingleton<IWebinarSource>("webex", Webex);
        services.AddInMemoryStore().AddSupportSdk();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero));

    public FakeCrm Crm { get; } = new();

    public FakeWebinars Webex { get; } = new();

    public WebinarSetupWorkflow Setup => _services.GetRequiredService<WebinarSetupWorkflow>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static CommandOrigin Who(string id, params string[] permissions) => new(new Actor(id, roles: ["Marketing"], permissions: permissions), "corr-1");

    public ValueTask<SavedMapping> SaveAsync(WebinarMapping mapping, bool confirmed = true, bool keyChange = false, CommandOrigin? by = null) => Setup.SaveMappingAsync(
        Target,
        Account,
        new SaveMappingRequest(mapping) { ConfirmedPrimaryKey = confirmed ? mapping.PrimaryKey : null, IsKeyChangeConfirmed = keyChange },
        by ?? Administrator,
        Cancel);

    public ValueTask<WebinarSetup> ReadAsync() => Setup.ReadAsync(Target, Account, Cancel);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
