using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Support.Sdk.Salesforce.Tests;

public sealed class SalesforceOptionsTests
{
    [Theory]
    [InlineData("MyDomain", "https://acme")]
    [InlineData("MyDomain", "acme.lightning.force")]
    [InlineData("MyDomain", "acme.my.salesforce.com")]
    [InlineData("MyDomain", "acme.evil.test/")]
    [InlineData("MyDomain", "")]
    [InlineData("BaseAddress", "http://salesforce.test/")]
    [InlineData("LoginAddress", "http://login.test/")]
    [InlineData("InstanceAddress", "http://na1.test/")]
    [InlineData("ApiVersion", "45.0")]
    [InlineData("ApiVersion", "v64.0")]
    [InlineData("ApiVersion", "64")]
    [InlineData("AccessToken", "")]
    [InlineData("DescribeFreshFor", "-00:00:01")]
    [InlineData("Meetings:KeyField", "no name")]
    [InlineData("Meetings:Object", "")]
    [InlineData("Meetings:LinkField", "a.b")]
    [InlineData("OAuth:ClientId", "both")]
    [InlineData("OAuth:Jwt:Lifetime", "00:05:00")]
    [InlineData("Http:MaxRetries", "11")]
    public void Start_WithABrokenOption_NamesIt(string option, string value)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Validate(new() { ["MyDomain"] = "acme", ["AccessToken"] = "t0p-secret", [option] = value }));

        failure.Message.ShouldContain(option);
        failure.Message.ShouldNotContain("t0p-secret");
    }

    [Theory]
    [InlineData("OAuth:Scope", " ", "AuthorizationCode")]
    [InlineData("OAuth:ClientSecret", "", "AuthorizationCode")]
    [InlineData("OAuth:ClientSecret", null, "ClientCredentials")]
    [InlineData("LoginAddress", "https://login.salesforce.com", "ClientCredentials")]
    [InlineData("OAuth:Jwt:Username", null, "JwtBearer")]
    [InlineData("OAuth:Jwt:PrivateKeyPem", "-----BEGIN PRIVATE KEY-----", "JwtBearer")]
    public void Start_WithABrokenGrant_NamesTheOption(string option, string? value, string grant) =>
        Should.Throw<OptionsValidationException>(() => Validate(new() { ["MyDomain"] = "acme", ["OAuth:ClientId"] = "id", ["OAuth:Grant"] = grant, [option] = value }))
            .Message.ShouldContain(option);

    [Fact]
    public void Start_WithAnUnknownName_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => Validate(new() { ["MyDomain"] = "acme", ["AcessToken"] = "x" })).Message.ShouldContain("AcessToken");

    [Fact]
    public void Start_WithSoundOptions_BindsThem()
    {
        var options = Validate(new()
        {
            ["MyDomain"] = "acme--uat.sandbox",
            ["ApiVersion"] = "60.0",
            ["OAuth:ClientId"] = "id",
            ["OAuth:ClientSecret"] = "secret",
            ["OAuth:Grant"] = "ClientCredentials",
            ["DescribeFreshFor"] = "00:00:00",
        });

        (options.MyDomain, options.ApiVersion, options.OAuth.Grant).ShouldBe(("acme--uat.sandbox", "60.0", SalesforceGrant.ClientCredentials));
        options.Http.AttemptTimeout.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Accounts_OfOneName_AreRefused()
    {
        var services = new ServiceCollection();
        services.AddSalesforce("emea", static _ => { });

        Should.Throw<ArgumentException>(() => services.AddSalesforce("emea", static _ => { })).Message.ShouldContain("emea");
        Should.Throw<ArgumentException>(() => services.AddSalesforce("a:b", static _ => { }));
        using var provider = services.BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<ISalesforceClientFactory>().GetClient()).Message.ShouldContain("default");
    }

    private static SalesforceOptions Validate(Dictionary<string, string?> settings)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create("Salesforce:" + setting.Key, setting.Value))).Build().GetSection("Salesforce");
        var services = new ServiceCollection();
        services.AddSalesforce(section);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>().Get("");
    }
}
