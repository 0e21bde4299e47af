using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.Texts;

namespace Support.Sdk.Architecture.Snippets;

#region GermanTexts
internal sealed class GermanTexts : ITextSource
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        [MeetingRefusals.StartInPast.Code] = "Der Beginn ({start:f}) liegt in der Vergangenheit; jetzt ist es {now:f}.",
        [MeetingTexts.CancelAction] = "Besprechung absagen",
    };

    public string? Find(string key, CultureInfo culture) => culture.Name == "de" ? Texts.GetValueOrDefault(key) : null;
}
#endregion

public sealed class LanguageSnippets
{
    [Fact]
    public void OwnSource_InItsLanguage_ComesBeforeEnglish()
    {
        var services = new ServiceCollection();
        #region RegisterTexts
        services.AddSingleton<ITextSource, GermanTexts>();
        services.AddSupportSdk().AddInMemoryStore();
        #endregion

        using var provider = services.BuildServiceProvider();
        var catalog = provider.GetRequiredService<TextCatalog>();

        catalog.Write(MeetingTexts.CancelAction, CultureInfo.GetCultureInfo("de-AT"), TimeZoneInfo.Utc).ShouldBe("Besprechung absagen");
        catalog.Write(MeetingTexts.StartAction, CultureInfo.GetCultureInfo("de-AT"), TimeZoneInfo.Utc).ShouldNotBeNullOrEmpty();
    }
}
