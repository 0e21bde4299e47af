using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("https://support.example.com/s")]
    [InlineData("/s/{token}")]
    [InlineData("ftp://x/{token}")]
    public void Validate_LinkThatLeadsNowhere_IsRefused(string link) => Problem(options => options.EndUserLink = link).ShouldContain("EndUserLink");

    [Fact]
    public void Validate_UnknownLanguageOrNone_IsRefused()
    {
        Problem(options => options.Languages.Add("")).ShouldContain("Languages");
        Problem(options => options.Languages.Clear()).ShouldContain("Languages");
    }

    [Fact]
    public void Validate_PageLargerThanTheLargest_IsRefused() => Problem(options => options.MaxPageSize = 10).ShouldContain("PageSize");

    [Fact]
    public void AddServiceDesk_Configuration_SetsOptionsAndRefusesUnknownNames()
    {
        using var services = Bound(("WrongGuesses", "3"), ("Languages:0", "de")).BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<ServiceDeskOptions>>().Value;
        options.WrongGuesses.ShouldBe(3);
        options.Languages.ShouldBe(["en", "fr", "de"]);
        using var wrong = Bound(("WrongGuess", "3")).BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => wrong.GetRequiredService<IOptions<ServiceDeskOptions>>().Value).Message.ShouldContain("WrongGuess");
    }

    private static IServiceCollection Bound(params (string Name, string Value)[] values) => new ServiceCollection().AddInMemoryStore().AddServiceDesk(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"ServiceDesk:{value.Name}", (string?)value.Value))).Build().GetSection("ServiceDesk"));

    private static string Problem(Action<ServiceDeskOptions> configure)
    {
        using var services = new ServiceCollection().AddInMemoryStore().AddServiceDesk(configure).BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ServiceDeskOptions>>().Value).Message;
    }
}
