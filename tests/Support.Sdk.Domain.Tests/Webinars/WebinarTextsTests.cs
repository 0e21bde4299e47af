using System.Globalization;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

public sealed class WebinarTextsTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    private static IEnumerable<RefusalCode> Codes => [.. MappingRefusals.All, .. RowRefusals.All, .. ImportRefusals.All, .. WebinarSetupRefusals.All, .. WebinarImportRefusals.All];

    public static TheoryData<string, string> CodesByLanguage => [.. from code in Codes from language in new[] { "", "fr" } select (code.Code, language)];

    [Theory]
    [MemberData(nameof(CodesByLanguage))]
    public void Source_OfEveryCode_InventsNoPlaceholder(string code, string language)
    {
        var refusal = Codes.Single(candidate => candidate.Code == code);
        var template = TextTemplate.Parse(WebinarTexts.Source.Find(code, CultureInfo.GetCultureInfo(language)).ShouldNotBeNull());

        template.Placeholders.Except(refusal.Parameters).ShouldBeEmpty();
        if (code.StartsWith("webinars.row-", StringComparison.Ordinal))
        {
            return;
        }

        refusal.Parameters.Except(template.Placeholders).ShouldBeEmpty("Whoever reads the text is told everything.");
    }

    [Fact]
    public void Source_OfBothLanguages_HasTheSameKeysAndNoOthers()
    {
        string[] expected = [.. Codes.Select(code => code.Code).Append(WebinarTexts.CrmAdministrator).Order(StringComparer.Ordinal)];

        WebinarTexts.Source.Keys(CultureInfo.InvariantCulture).ShouldBe(expected);
        WebinarTexts.Source.Keys(French).ShouldBe(expected);
    }

    [Fact]
    public void Source_WhereSomebodyHasToBeAsked_SaysWhom()
    {
        foreach (var code in Codes.Where(code => code.Remedies.Any(remedy => remedy.Kind == RemedyKind.Ask)))
        {
            foreach (var culture in new[] { CultureInfo.InvariantCulture, French })
            {
                WebinarTexts.Source.Find(code.Code, culture)!.ShouldContain(WebinarTexts.Source.Find(WebinarTexts.CrmAdministrator, culture)!);
            }
        }
    }

    [Fact]
    public void Codes_Of_EveryIssue_AreDifferent()
    {
        var codes = Enum.GetValues<RowIssueKind>().Select(RowRefusals.Of).ToList();

        codes.ShouldBe(RowRefusals.All);
        codes.Select(code => code.Code).ShouldBeUnique();
        Codes.Select(code => code.Code).ShouldBeUnique();
    }
}
