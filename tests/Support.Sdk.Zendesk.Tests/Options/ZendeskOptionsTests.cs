using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Support.Sdk.Zendesk.Tests;

public sealed class ZendeskOptionsTests
{
    [Theory]
    [InlineData("Subdomain", "https://acme")]
    [InlineData("Subdomain", "acme.evil.test/")]
    [InlineData("Subdomain", "")]
    [InlineData("BaseAddress", "http://zendesk.test/")]
    [InlineData("AccessToken", "")]
    [InlineData("OAuth:ClientId", "id")]
    [InlineData("ApiToken:Email", "a@b.c")]
    [InlineData("Webhooks:ReplayWindow", "00:00:00")]
    [InlineData("Webhooks:SigningSecrets:0", " ")]
    [InlineData("Http:MaxRetries", "11")]
    public void Start_WithABrokenOption_NamesIt(string option, string value)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Validate(new() { ["Subdomain"] = "acme", ["AccessToken"] = "t0p-secret", [option] = value }));

        failure.Message.ShouldContain(option.Split(':')[0]);
        failure.Message.ShouldNotContain("t0p-secret");
    }

    [Theory]
    [InlineData("OAuth:AccessTokenLifetime", "00:05:00")]
    [InlineData("OAuth:AccessTokenLifetime", "2.00:00:00")]
    [InlineData("OAuth:RefreshTokenLifetime", "6.00:00:00")]
    [InlineData("OAuth:ClientSecret", "")]
    [InlineData("OAuth:Scope", " ")]
    [InlineData("OAuth:Grant", "ClientCredentials")]
    public void Start_WithABrokenOAuthOption_NamesIt(string option, string value) =>
        Should.Throw<OptionsValidationException>(() => Validate(new() { ["Subdomain"] = "acme", ["OAuth:ClientId"] = "id", [option] = value }))
            .Message.ShouldContain(option == "OAuth:Grant" ? "OAuth:ClientSecret" : option);

    [Fact]
    public void Start_WithAnUnknownName_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => Validate(new() { ["Subdomain"] = "acme", ["AcessToken"] = "x" })).Message.ShouldContain("AcessToken");

    [Fact]
    public void Start_WithAllOptions_BindsThem()
    {
        var options = Validate(new()
        {
            ["BaseAddress"] = "http://127.0.0.1:5000",
            ["OAuth:ClientId"] = "id",
            ["OAuth:ClientSecret"] = "secret",
            ["OAuth:RefreshTokenLifetime"] = "30.00:00:00",
            ["Webhooks:SigningSecrets:0"] = "a",
            ["Webhooks:SigningSecrets:1"] = "b",
            ["Http:TotalTimeout"] = "00:02:00",
        });

        options.BaseAddress.ShouldBe(new Uri("http://127.0.0.1:5000"));
        options.Webhooks.SigningSecrets.ShouldBe(["a", "b"]);
        options.Http.TotalTimeout.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Add_OfTheSameAccountTwice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddZendesk("a", options => options.Subdomain = "acme");

        Should.Throw<ArgumentException>(() => services.AddZendesk("a", options => options.Subdomain = "acme")).ParamName.ShouldBe("account");
    }

    private static ZendeskOptions Validate(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create("Zendesk:" + value.Key, value.Value))).Build();
        var services = new ServiceCollection();
        services.AddZendesk(configuration.GetSection("Zendesk"));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptionsMonitor<ZendeskOptions>>().CurrentValue;
    }
}
