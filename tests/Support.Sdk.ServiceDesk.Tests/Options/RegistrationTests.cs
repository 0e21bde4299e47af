using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Support.Sdk.ServiceDesk.Tests.Options;

public sealed class RegistrationTests
{
    private static readonly Uri Address = new("https://desk.test/service-desk/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_OfBothSides_StandSideBySide()
    {
        var services = new ServiceCollection();
        services.AddServiceDeskClient(Technician);
        services.AddServiceDeskClient("emea", Technician);
        services.AddServiceDeskEndUserClient(options => options.BaseAddress = Address);
        services.AddServiceDeskEndUserClient("emea", options => options.BaseAddress = Address);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IServiceDeskClientFactory>();

        factory.GetClient().ShouldBe(provider.GetRequiredService<ServiceDeskClient>());
        factory.GetClient("emea").ShouldNotBe(factory.GetClient());
        factory.GetEndUserClient().ShouldBe(provider.GetRequiredService<ServiceDeskEndUserClient>());
        factory.GetEndUserClient("emea").ShouldNotBe(factory.GetEndUserClient());
        Should.Throw<InvalidOperationException>(() => factory.GetClient("apac")).Message.ShouldContain("AddServiceDeskClient(\"apac\"");
        Should.Throw<InvalidOperationException>(() => factory.GetEndUserClient("apac")).Message.ShouldContain("AddServiceDeskEndUserClient");
    }

    [Fact]
    public void Account_OfATakenOrImpossibleName_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddServiceDeskClient(Technician);

        Should.Throw<ArgumentException>(() => services.AddServiceDeskClient(Technician)).ParamName.ShouldBe("account");
        Should.Throw<ArgumentException>(() => services.AddServiceDeskEndUserClient("a:b", options => options.BaseAddress = Address));
    }

    [Fact]
    public async Task Configuration_OfASection_IsBound()
    {
        var services = new ServiceCollection();
        services.AddServiceDeskClient(Section(("BaseAddress", Address.OriginalString), ("AccessToken", "x"), ("Language", "fr"), ("Events:SilenceTimeout", "00:01:30"), ("Http:MaxRetries", "1")));
        await using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<ServiceDeskClientOptions>>().Value;

        (options.BaseAddress, options.Language, options.Events.SilenceTimeout, options.Http.MaxRetries).ShouldBe((Address, "fr", TimeSpan.FromSeconds(90), 1));
    }

    [Fact]
    public async Task Configuration_WithAnUnknownName_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddServiceDeskEndUserClient(Section(("BaseAddress", Address.OriginalString), ("AccessToken", "end users have none")));
        await using var provider = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<IOptions<ServiceDeskEndUserClientOptions>>().Value).Message.ShouldContain("AccessToken");
    }

    public static TheoryData<string, Action<ServiceDeskClientOptions>> Faults => new()
    {
        { "BaseAddress", options => options.BaseAddress = null },
        { "BaseAddress", options => options.BaseAddress = new("http://desk.test/") },
        { "AccessToken", options => options.AccessToken = null },
        { "AccessToken", options => options.AccessToken = " " },
        { "AccessToken", options => options.UseCredentials(_ => VendorCredentials.Static(AccessToken.Bearer("x"))) },
        { "Language", options => options.Language = "fr;;q" },
        { "Events:ReconnectDelay", options => options.Events.ReconnectDelay = TimeSpan.Zero },
        { "Events:MaxReconnectDelay", options => options.Events.MaxReconnectDelay = TimeSpan.FromDays(1) },
        { "Events:SilenceTimeout", options => options.Events.SilenceTimeout = TimeSpan.Zero },
        { "Http:MaxRetries", options => options.Http.MaxRetries = -1 },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Options_ThatCannotBe_AreNamed(string option, Action<ServiceDeskClientOptions> spoil)
    {
        var services = new ServiceCollection();
        services.AddServiceDeskClient(options =>
        {
            Technician(options);
            spoil(options);
        });
        await using var provider = services.BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ServiceDeskClientOptions>>().Value).Message.ShouldContain(option);
    }

    [Fact]
    public async Task Credentials_OfTheHost_AreAskedForEachTechnician()
    {
        await using var host = new DeskHost(options => options.UseCredentials(_ => VendorCredentials.From(new PerTechnician())));
        host.Desk.Always(_ => FakeDesk.Response(HttpStatusCode.OK, """{"id":"x","displayName":"X","isAdministrator":false}""", []));

        await host.Client.ForTechnician("ana").GetMeAsync(Token);
        await host.Client.ForTechnician("bob").InLanguage("fr").GetMeAsync(Token);
        await host.Client.GetMeAsync(Token);

        host.Desk.Sent.Select(sent => sent.Header("Authorization")).ShouldBe(["Bearer token-of-ana", "Bearer token-of-bob", "Bearer token-of-"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, HealthStatus.Healthy)]
    [InlineData(HttpStatusCode.Unauthorized, HealthStatus.Unhealthy)]
    [InlineData(HttpStatusCode.NotImplemented, HealthStatus.Unhealthy)]
    public async Task HealthCheck_OfAnAccount_AsksWhoItIs(HttpStatusCode status, HealthStatus expected)
    {
        await using var host = new DeskHost();
        host.Desk.Answer("""{"id":"ana","displayName":"Ana","isAdministrator":false}""", status);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        report.Entries["service-desk"].Status.ShouldBe(expected);
    }

    private static void Technician(ServiceDeskClientOptions options)
    {
        options.BaseAddress = Address;
        options.AccessToken = "token";
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create("Desk:" + pair.Key, (string?)pair.Value)))
        .Build()
        .GetSection("Desk");

    private sealed class PerTechnician : IAccessTokenSource
    {
        public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) => new(AccessToken.Bearer("token-of-" + subject));

        public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default) => new(rejected);
    }
}
