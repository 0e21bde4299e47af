using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Support.Sdk.Webex.Tests.Options;

public sealed class AddWebexTests
{
    [Theory]
    [InlineData("BaseAddress", "http://webexapis.com/v1/")]
    [InlineData("AccessToken", "")]
    [InlineData("HostAccess", "HostTokens")]
    [InlineData("SiteUrl", "https://example.webex.com")]
    [InlineData("PatchContentType", "nonsense")]
    [InlineData("WebhookSecrets:0", "")]
    [InlineData("Webinars:RegistrantStatuses:0", "")]
    [InlineData("Webinars:HostEmail", "host@example.com")]
    [InlineData("Http:MaxRetries", "99")]
    public void Options_OutOfRange_NameTheFieldAndTheRemedy(string option, string value)
    {
        using var services = Build(new() { ["Webex:AccessToken"] = "token", ["Webex:" + option] = value });

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain(option.Split(':').Last(static part => part != "0"));
        failure.Message.ShouldContain("must");
    }

    [Fact]
    public void Options_WithClientIdButNoSecret_AreRefused()
    {
        using var services = Build(new() { ["Webex:ClientId"] = "C1" });

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Message.ShouldContain("ClientSecret");
    }

    [Fact]
    public void Options_UnknownName_IsRefused()
    {
        using var services = Build(new() { ["Webex:AccessToken"] = "token", ["Webex:AcessToken"] = "typo" });

        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Message.ShouldContain("AcessToken");
    }

    [Fact]
    public void Options_FromConfiguration_AreBound()
    {
        using var services = Build(new()
        {
            ["Webex:BaseAddress"] = "https://api-usgov.webex.com/v1",
            ["Webex:ClientId"] = "C1",
            ["Webex:ClientSecret"] = "s",
            ["Webex:Scopes:0"] = "spark:all",
            ["Webex:HostAccess"] = "OnBehalf",
            ["Webex:WebhookSecrets:0"] = "w",
            ["Webex:Http:TotalTimeout"] = "00:02:00",
        });
        services.GetRequiredService<IStartupValidator>().Validate();

        var options = services.GetRequiredService<IOptionsMonitor<WebexOptions>>().Get("");

        options.BaseAddress.ShouldBe(new Uri("https://api-usgov.webex.com/v1"));
        options.Scopes.ShouldBe(["spark:all"]);
        options.HostAccess.ShouldBe(WebexHostAccess.OnBehalf);
        options.WebhookSecrets.ShouldBe(["w"]);
        options.Http.TotalTimeout.ShouldBe(TimeSpan.FromMinutes(2));
        options.ToString().ShouldNotContain("C1");
    }

    [Fact]
    public async Task Accounts_SideBySide_HaveClientsOfTheirOwn()
    {
        var services = new ServiceCollection();
        services.AddWebex("acme", static options => options.AccessToken = "a");
        services.AddWebex("globex", static options => options.AccessToken = "g");
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IWebexClientFactory>();

        factory.GetClient("acme").Account.ShouldBe("acme");
        factory.GetClient("globex").ShouldNotBeSameAs(factory.GetClient("acme"));
        factory.GetClient("acme").ShouldBeSameAs(provider.GetRequiredKeyedService<WebexClient>("acme"));
        Should.Throw<InvalidOperationException>(() => factory.GetClient("initech")).Message.ShouldContain("AddWebex(\"initech\"");
        Should.Throw<InvalidOperationException>(() => services.AddWebex("acme", static _ => { }));
    }

    [Fact]
    public async Task ConsentFlow_OfAnIntegration_AsksForTheScopes()
    {
        await using var host = new WebexHost(static options => (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "C1", "s"));

        var request = host.Services.GetRequiredService<IWebexClientFactory>().GetConsentFlow().Begin(new Uri("https://support.example.com/callback"));

        request.Address.GetLeftPart(UriPartial.Path).ShouldBe("https://webexapis.com/v1/authorize");
        request.Address.Query.ShouldContain("scope=meeting%3Aschedules_read%20meeting%3Aschedules_write");
        request.Address.Query.ShouldContain("client_id=C1");
    }

    [Fact]
    public async Task HealthCheck_WithAValidToken_IsHealthy()
    {
        var webex = new FakeWebex().AnswerSample("people-me.200");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWebex(static options => options.AccessToken = "token").ConfigurePrimaryHttpMessageHandler(() => webex);
        services.AddHealthChecks().AddWebexHealthCheck();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        report.Entries.ShouldHaveSingleItem().Key.ShouldBe("webex");
        report.Status.ShouldBe(HealthStatus.Healthy);
        webex.Last.Path.ShouldBe("people/me");
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddWebex(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Webex"));
        return services.BuildServiceProvider();
    }
}
