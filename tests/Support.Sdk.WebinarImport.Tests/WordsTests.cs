using System.Globalization;
using System.Resources;
using Shouldly;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace Support.Sdk.WebinarImport.Tests;

public sealed class WordsTests
{
    [Fact]
    public void Words_English_AllAreThereInFrench()
    {
        var resources = new ResourceManager(typeof(Words));

        Keys("fr").ShouldBe(Keys(""), ignoreOrder: true);

        IEnumerable<string> Keys(string culture) =>
            resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
    }

    [Fact]
    public void Words_French_KeepPunctuationOnTheLineOfItsWord()
    {
        var texts = new ResourceManager(typeof(Words)).GetResourceSet(CultureInfo.GetCultureInfo("fr"), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Value!);

        texts.Where(text => text.Contains("« ", StringComparison.Ordinal) || new[] { '»', ':', ';', '?', '!' }.Any(mark => text.Contains($" {mark}", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Refusals_EitherLanguage_HaveATextWithEveryValue(string language)
    {
        var words = new Words(CultureInfo.GetCultureInfo(language));
        foreach (var code in InputRefusals.All)
        {
            var values = code.Parameters.Select(parameter => $"<{parameter}>").ToArray();

            var text = words.Write(code.Refuse([.. values.Select(Support.Sdk.Texts.TextValue.OfText)]));

            text.ShouldNotContain(code.Code);
            values.ShouldAllBe(value => text.Contains(value, StringComparison.Ordinal), text);
        }
    }
}
