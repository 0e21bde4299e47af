using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Support.Sdk.PostgreSql.Tests;

public sealed class AddPostgreSqlStoreTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task AddPostgreSqlStore_Options_RegistersAllStoresOnOneSchema()
    {
        await using var schema = server.NewSchema();
        await using var services = new ServiceCollection().AddSingleton(Samples.Protector()).AddPostgreSqlStore(options => Copy(schema.Options, options)).BuildServiceProvider();
        var machines = services.GetRequiredService<IMachineStore>();

        machines.ShouldBeSameAs(services.GetRequiredService<PostgreSqlMachineStore>());
        (await machines.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
        (await services.GetRequiredService<ITokenStore>().TrySaveAsync(new("webex", ""), new("token"), 0, Token)).ShouldBeTrue();
        (await schema.ScalarAsync<long>($"SELECT count(*) FROM {schema.Name}.tokens")).ShouldBe(1);
        services.GetRequiredService<IImportLedger>().ShouldBeSameAs(services.GetRequiredService<PostgreSqlImportLedger>());
        await services.GetRequiredService<IImportLedger>().WriteAsync(new("import", 1, Samples.Json), [], Token);
        (await schema.ScalarAsync<long>($"SELECT count(*) FROM {schema.Name}.import_chunks")).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task AddPostgreSqlStore_RegisteredDataSource_IsUsedAndLeftOpen()
    {
        await using var schema = server.NewSchema();
        await using var source = NpgsqlDataSource.Create(schema.ConnectionString);
        using (var services = new ServiceCollection().AddSingleton(source).AddPostgreSqlStore(options => options.Schema = schema.Name).BuildServiceProvider())
        {
            await services.GetRequiredService<IMachineStore>().CommitAsync(Samples.Commit(Samples.Stream), Token);
        }

        await using var store = new PostgreSqlMachineStore(new() { Schema = schema.Name }, source);
        (await store.LoadAsync(Samples.Stream, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task AddPostgreSqlStore_NoProtector_FailsAtFirstUseAndNamesTheRemedies()
    {
        await using var services = new ServiceCollection().AddPostgreSqlStore("Host=localhost").BuildServiceProvider();
        var tokens = services.GetRequiredService<ITokenStore>();

        (await Should.ThrowAsync<InvalidOperationException>(async () => await tokens.LoadAsync(new("webex", ""), Token))).Message.ShouldContain("AddDataProtectionSecrets");
    }

    [Fact]
    public void AddPostgreSqlStore_Section_BindsEveryOption()
    {
        using var services = new ServiceCollection()
            .AddPostgreSqlStore(Section(("ConnectionString", "Host=a"), ("Schema", "b"), ("WatchPollInterval", "00:00:07"), ("Retries", "2"))).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value;

        (options.ConnectionString, options.Schema, options.WatchPollInterval, options.Retries).ShouldBe(("Host=a", "b", TimeSpan.FromSeconds(7), 2));
    }

    [Fact]
    public void AddPostgreSqlStore_SectionWithUnknownName_IsRefused()
    {
        using var services = new ServiceCollection().AddPostgreSqlStore(Section(("ConnectionString", "Host=a"), ("Shema", "x"))).BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value).Message.ShouldContain("Shema");
    }

    [Fact]
    public async Task AddPostgreSqlStore_InvalidOptions_FailWhenTheHostStarts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPostgreSqlStore(options => options.Retries = 99);
        using var host = builder.Build();

        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Token))).Failures.Count().ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_EachOutcome_IsMeasuredInSeconds()
    {
        await using var schema = server.NewSchema();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var outcomes = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Name == "support.postgresql.commit.duration")
            {
                instrument.Unit.ShouldBe("s");
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => outcomes.Add(tags[0].Value as string));
        listener.Start();
        await using var store = new PostgreSqlMachineStore(schema.Options, meterFactory: factory);

        await store.CommitAsync(Samples.Commit(Samples.Stream) with { Claims = ["pin"] }, Token);
        await store.CommitAsync(Samples.Commit(Samples.Stream), Token);
        await store.CommitAsync(Samples.Commit(StreamId.Create("m", "2")) with { Claims = ["pin"] }, Token);

        outcomes.ShouldBe(["committed", "version_conflict", "claim_taken"]);
    }

    private static void Copy(PostgreSqlStoreOptions from, PostgreSqlStoreOptions to) => (to.ConnectionString, to.Schema) = (from.ConnectionString, from.Schema);

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => new KeyValuePair<string, string?>($"Store:{pair.Key}", pair.Value))).Build().GetSection("Store");
}
