using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class RefusalStatusTests
{
    private static readonly RefusalCode[] All = [.. SessionRefusals.All, .. ChannelRefusals.All, .. KernelRefusals.All, .. ServiceDeskRefusals.All];

    public static TheoryData<string> Codes => [.. All.Select(code => code.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_EveryCode_HasAStatusThatFitsItsName(string name)
    {
        RefusalStatus.Known.ShouldContain(name);
        var status = (HttpStatusCode)RefusalStatus.Of(All.Single(code => code.Code == name));
        var expected = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "not-found" or "invalid" or "not-a-participant" => HttpStatusCode.NotFound,
            "malformed" => HttpStatusCode.BadRequest,
            "ticket-required" => HttpStatusCode.Unauthorized,
            "body-too-large" => HttpStatusCode.RequestEntityTooLarge,
            "version-changed" => HttpStatusCode.PreconditionFailed,
            "too-many-guesses" => HttpStatusCode.TooManyRequests,
            "key-reused" or "invalid-value" or "name-invalid" or "note-empty" or "note-too-long" => HttpStatusCode.UnprocessableEntity,

            // What somebody is not, does not have or may not do.
            "permission-required" => HttpStatusCode.Conflict,
            _ when name.EndsWith("-required", StringComparison.Ordinal) || name.EndsWith("-only", StringComparison.Ordinal) || name.EndsWith("-missing", StringComparison.Ordinal) => HttpStatusCode.Forbidden,
            "no-technician" or "bound-to-other-device" or "not-on-premises" or "version-unknown" or "version-too-old" => HttpStatusCode.Forbidden,
            _ => HttpStatusCode.Conflict,
        };
        status.ShouldBe(expected);
    }

    [Fact]
    public void Known_Codes_AreAllOfTheSdk() => RefusalStatus.Known.ShouldBe(All.Select(code => code.Code), ignoreOrder: true);

    [Fact]
    public void Of_CodeOfAHostsOwn_IsAConflict() => RefusalStatus.Of(new RefusalCode("mine.own", "MINE")).ShouldBe(409);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Texts_OfTheInterfacesOwnCodes_AreThereWithTheirValues(string language)
    {
        using var services = new ServiceCollection().AddInMemoryStore().AddSupportSdk().BuildServiceProvider();
        var texts = services.GetRequiredService<TextCatalog>();
        foreach (var code in ServiceDeskRefusals.All)
        {
            var template = ServiceDeskTexts.Source.Find(code.Code, language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language)).ShouldNotBeNull();
            TextTemplate.Parse(template).Placeholders.ShouldBe(code.Parameters, ignoreOrder: true);
            texts.Contains(code.Code, CultureInfo.GetCultureInfo(language)).ShouldBeTrue();
        }
    }
}
