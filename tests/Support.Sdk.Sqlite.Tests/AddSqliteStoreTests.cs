using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Support.Sdk.Sqlite.Tests;

public sealed class AddSqliteStoreTests : IDisposable
{
    private readonly StoreDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task AddSqliteStore_Path_RegistersAllStoresOnOneFile()
    {
        await using (var services = new ServiceCollection().AddSingleton(Samples.Protector()).AddSqliteStore(_directory.File).BuildServiceProvider())
        {
            var machines = services.GetRequiredService<IMachineStore>();
            var tokens = services.GetRequiredService<ITokenStore>();
            machines.ShouldBeSameAs(services.GetRequiredService<SqliteMachineStore>());
            (await machines.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
            (await tokens.TrySaveAsync(new("webex", ""), new("token"), 0, Token)).ShouldBeTrue();
            await services.GetRequiredService<IImportLedger>().WriteAsync(new("import", 1, Samples.Json), [], Token);
            services.GetRequiredService<IImportLedger>().ShouldBeSameAs(services.GetRequiredService<SqliteImportLedger>());
        }

        Directory.GetFiles(_directory.Root).ShouldBe([_directory.File]);
    }

    [Fact]
    public void AddSqliteStore_SynchronousDisposal_ClosesTheFile()
    {
        using (var services = new ServiceCollection().AddSqliteStore(options => options.Path = _directory.File).BuildServiceProvider())
        {
            services.GetRequiredService<IMachineStore>().CheckAsync(Token).IsCompletedSuccessfully.ShouldBeTrue();
        }

        Directory.GetFiles(_directory.Root).ShouldBe([_directory.File]);
    }

    [Fact]
    public async Task AddSqliteStore_NoProtector_FailsAtFirstUseAndNamesTheRemedies()
    {
        await using var services = new ServiceCollection().AddSqliteStore(_directory.File).BuildServiceProvider();
        var tokens = services.GetRequiredService<ITokenStore>();

        var message = (await Should.ThrowAsync<InvalidOperationException>(async () => await tokens.LoadAsync(new("webex", ""), Token))).Message;
        message.ShouldContain("AddDataProtectionSecrets");
        message.ShouldContain("AesGcmSecretProtector");
        await services.GetRequiredService<IMachineStore>().CheckAsync(Token);
    }

    [Fact]
    public void AddSqliteStore_Section_BindsEveryOption()
    {
        using var services = new ServiceCollection().AddSqliteStore(Section(
            ("Path", _directory.File), ("Durability", "Normal"), ("BusyTimeout", "00:00:03"), ("BusyRetries", "2"), ("WatchPollInterval", "00:00:00.5"), ("MaxReaders", "9"))).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<SqliteStoreOptions>>().Value;

        options.Path.ShouldBe(_directory.File);
        options.Durability.ShouldBe(SqliteDurability.Normal);
        options.BusyTimeout.ShouldBe(TimeSpan.FromSeconds(3));
        options.BusyRetries.ShouldBe(2);
        options.WatchPollInterval.ShouldBe(TimeSpan.FromSeconds(0.5));
        options.MaxReaders.ShouldBe(9);
    }

    [Fact]
    public void AddSqliteStore_SectionWithUnknownName_IsRefused()
    {
        using var services = new ServiceCollection().AddSqliteStore(Section(("Path", _directory.File), ("Pfad", "x"))).BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<IOptions<SqliteStoreOptions>>().Value).Message.ShouldContain("Pfad");
    }

    [Fact]
    public async Task AddSqliteStore_InvalidOptions_FailWhenTheHostStarts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSqliteStore(options => options.MaxReaders = 0);
        using var host = builder.Build();

        var failures = (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Token))).Failures.ToList();
        failures.Count.ShouldBe(2);
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => new KeyValuePair<string, string?>($"Store:{pair.Key}", pair.Value))).Build().GetSection("Store");
}
