using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;
using Support.Sdk.WorkItems;

namespace WebinarImportSample.Hosting;

/// <summary>What a command works with: the vendors, real or emulated, and the application that connects them. Yours registers the same, without the emulators.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string KeySetting = "Secrets:Key";
    private const string PatienceSetting = "Import:Patience";

    private static readonly string[] OAuthSettings = ["Salesforce:OAuth:ClientId", "Webex:ClientId"];

    private readonly TroubleLog _trouble = new();
    private IHost _host;
    private bool _forgets;

    private World(EmulatedVendors? emulated, IConfiguration settings, string storePath, bool forgets)
    {
        (Emulated, Settings, StorePath, _forgets) = (emulated, settings, storePath, forgets);
        Patience = PatienceOf(settings);
        _host = CreateHost();
    }

    /// <summary>The settings, or those of the emulators.</summary>
    public IConfiguration Settings { get; }

    /// <summary>The emulators of this process; <see langword="null"/> when settings name vendors elsewhere.</summary>
    public EmulatedVendors? Emulated { get; }

    /// <summary>For how long nothing may move before a call no longer waits for an import.</summary>
    public TimeSpan Patience { get; }

    /// <summary>The file in which imports are kept.</summary>
    public string StorePath { get; }

    public IWebinarSource Webinars => _host.Services.GetRequiredKeyedService<IWebinarSource>("webex");

    public IImportObjects Objects => _host.Services.GetRequiredKeyedService<IImportObjects>(WorkItemRef.Salesforce);

    public WebinarImportWorkflow Imports => _host.Services.GetRequiredService<WebinarImportWorkflow>();

    /// <summary>What the SDK's log says of trouble.</summary>
    public TroubleLog Trouble => _trouble;

    /// <summary>Whether another call of the program can go on with an import: the vendors outlive this process.</summary>
    public bool CanResume => Emulated is null;

    /// <summary>Builds the application, and starts emulators unless settings name vendors elsewhere. Nothing is imported before <see cref="StartWorkersAsync"/>.</summary>
    /// <exception cref="BadInputException">The settings are incomplete or wrong.</exception>
    public static async Task<World> CreateAsync(CommandContext context, CancellationToken cancellationToken)
    {
        IConfiguration settings = context.Sources.Read();
        var store = StoreOf(context, settings);
        if (IsConfigured(settings))
        {
            return context.Line.Has(Option.Rows)
                ? throw new BadInputException(Option.Rows.Name, InputRefusals.EmulatorsOnly.Refuse())
                : new World(null, settings, store, forgets: false);
        }

        var emulated = await EmulatedVendors.StartAsync(context.Line.Number(Option.Rows, 1, 1_000_000) ?? context.DemoRows, cancellationToken);
        settings = new ConfigurationBuilder().AddInMemoryCollection(emulated.Settings).Build();
        return new World(emulated, settings, store, forgets: !context.Line.Has(Option.Store));
    }

    /// <summary>
    /// Keeps imports in the file from now on. Until then, a world of emulators of its own has a store in memory: what the file holds of an org that ended with its process must not count, and
    /// is deleted only when a new import takes its place.
    /// </summary>
    /// <exception cref="BadInputException">The file cannot be deleted.</exception>
    public async Task KeepAsync()
    {
        if (!_forgets)
        {
            return;
        }

        try
        {
            Array.ForEach([StorePath, StorePath + "-wal", StorePath + "-shm"], File.Delete);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(StorePath, InputRefusals.StoreUnusable.Refuse(InputRefusals.Sentence(problem.Message)));
        }

        _forgets = false;
        await ((IAsyncDisposable)_host).DisposeAsync();
        _host = CreateHost();
    }

    /// <summary>How many rows an import will have, where that is known before they are read: from the rows that it runs again, the plan to which it is bound, or the emulators.</summary>
    public async ValueTask<long?> RowsOfAsync(ImportOrder order, CancellationToken cancellationToken)
    {
        if (order.RetryOf is { } former)
        {
            return (await Imports.GetAsync(former, CommandOrigin.System, cancellationToken)).Value?.Counts.Undone;
        }

        return order.Plan is { } plan && await RowsOfPlanAsync(plan, cancellationToken) is > 0 and var rows ? rows : Rows;
    }

    /// <summary>How many registrants the emulators have.</summary>
    public long? Rows => long.TryParse(Settings["Import:Rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : null;

    /// <summary>The store of <c>--store</c>, or the one that fits the vendors.</summary>
    public static string StoreOf(CommandContext context, IConfiguration settings) =>
        context.Line.Text(Option.Store) ?? (settings.GetSection("Webex").Exists() || settings.GetSection("Salesforce").Exists() ? "webinar-import.db" : "webinar-import-emulators.db");

    /// <summary>Whether settings name vendors elsewhere.</summary>
    /// <exception cref="BadInputException">They name one of the two.</exception>
    public static bool IsConfigured(IConfiguration settings)
    {
        var (webex, salesforce) = (settings.GetSection("Webex").Exists(), settings.GetSection("Salesforce").Exists());
        return webex == salesforce
            ? webex
            : throw new BadInputException(webex ? "Salesforce" : "Webex", InputRefusals.SettingsHalf.Refuse(webex ? "Webex" : "Salesforce", webex ? "Salesforce" : "Webex"));
    }

    /// <summary>From now on this process runs imports: those that it starts, and those that a process which died has left.</summary>
    public Task StartWorkersAsync(CancellationToken cancellationToken) => _host.StartAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        await (Emulated?.DisposeAsync() ?? default);
    }

    private async Task<long> RowsOfPlanAsync(string plan, CancellationToken cancellationToken) => await _host.Services.GetRequiredService<IImportLedger>()
        .ReadChunksAsync(plan, cancellationToken: cancellationToken)
        .Where(static chunk => ImportChunks.HasStamps(chunk.Content.Span))
        .Select(static chunk => (long)ImportChunks.ReadStamps(chunk.Content.Span, out _).Length)
        .SumAsync(cancellationToken);

    private IHost CreateHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Logging.AddProvider(_trouble);
        if (_forgets)
        {
            builder.Services.AddInMemoryStore();
        }
        else
        {
            builder.Services.AddSqliteStore(StorePath);
        }

        if (SecretKeyOf(Settings) is { } key)
        {
            // Tokens that are fetched are kept in the store, encrypted.
            builder.Services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(key));
        }

        builder.Services.AddWebex(Settings.GetSection("Webex"));
        builder.Services.AddSalesforce(Settings.GetSection("Salesforce"));

        // A process that died is soon replaced: it holds its work for no longer than this.
        builder.Services.AddSupportSdk(Settings.GetSection(SupportSdkOptions.Section));
        builder.Services.Configure<SupportSdkOptions>(sdk => sdk.Effects.Lease = Settings[$"{SupportSdkOptions.Section}:Effects:Lease"] is null ? TimeSpan.FromSeconds(5) : sdk.Effects.Lease);
        var host = builder.Build();
        try
        {
            // A wrong setting is told now, not at the first call.
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            return host;
        }
        catch (Exception problem) when (problem is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            host.Dispose();
            throw WrongSettings.Of(problem is AggregateException { InnerExceptions: [var first, ..] } ? first : problem, Settings);
        }
    }

    private static TimeSpan PatienceOf(IConfiguration settings) => settings[PatienceSetting] is not { } text ? TimeSpan.FromMinutes(15)
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var patience) && patience >= TimeSpan.FromSeconds(1) ? patience
        : throw new BadInputException(PatienceSetting, InputRefusals.PatienceWrong.Refuse(text));

    private static SecretKey? SecretKeyOf(IConfiguration settings)
    {
        if (settings[KeySetting] is { } key)
        {
            try
            {
                return SecretKey.FromBase64("webinar-import", key);
            }
            catch (Exception problem) when (problem is FormatException or ArgumentException)
            {
                throw new BadInputException(KeySetting, InputRefusals.SecretsKeyWrong.Refuse());
            }
        }

        return Array.Find(OAuthSettings, setting => settings[setting] is not null) is { } oauth
            ? throw new BadInputException(KeySetting, InputRefusals.SecretsKeyMissing.Refuse(oauth))
            : null;
    }

    /// <summary>The program itself says what Ctrl+C does.</summary>
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
