using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class VendorOptionsTests
{
    [Fact]
    public void AddVendorOptions_Configuration_IsBoundPerAccount()
    {
        using var services = Build(
            new() { ["BaseAddress"] = "https://a.test", ["Http:TotalTimeout"] = "00:00:40", ["Http:CircuitBreaker:FailureRatio"] = "0.25", ["Http:Tokens:EarlyRefresh"] = "00:01:00" },
            new() { ["BaseAddress"] = "https://b.test" });

        var options = services.GetRequiredService<IOptionsMonitor<AcmeOptions>>();

        options.Get("").Http.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(40));
        options.Get("").Http.CircuitBreaker.FailureRatio.ShouldBe(0.25);
        options.Get("").Http.Tokens.EarlyRefresh.ShouldBe(TimeSpan.FromMinutes(1));
        options.Get("emea").BaseAddress.ShouldBe(new Uri("https://b.test"));
        options.Get("emea").Http.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void AddVendorOptions_OneAccountInvalid_FailsAtStartNamingAccountAndOption()
    {
        using var services = Build(
            new() { ["BaseAddress"] = "https://a.test" },
            new() { ["BaseAddress"] = "http://b.test", ["Http:TotalTimeout"] = "00:00:20" });

        var exception = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        exception.Failures.ShouldContain(failure => failure.StartsWith("AcmeOptions 'emea': BaseAddress must be an absolute https address", StringComparison.Ordinal));
        exception.Failures.ShouldContain("AcmeOptions 'emea': Http:TotalTimeout must be longer than AttemptTimeout.");
    }

    [Fact]
    public void AddVendorOptions_UnknownKey_Fails()
    {
        using var services = Build(new() { ["BaseAddress"] = "https://a.test", ["Htpp:TotalTimeout"] = "00:00:40" }, new() { ["BaseAddress"] = "https://b.test" });

        Should.Throw<InvalidOperationException>(services.GetRequiredService<IStartupValidator>().Validate).Message.ShouldContain("Htpp");
    }

    private static ServiceProvider Build(Dictionary<string, string?> first, Dictionary<string, string?> second)
    {
        var services = new ServiceCollection();
        services.AddVendorOptions<AcmeOptions>("", AcmeOptions.Check).Bind(Configuration(first), binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddVendorOptions<AcmeOptions>("emea", AcmeOptions.Check).Bind(Configuration(second), binder => binder.ErrorOnUnknownConfiguration = true);
        return services.BuildServiceProvider();
    }

    private static IConfiguration Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
