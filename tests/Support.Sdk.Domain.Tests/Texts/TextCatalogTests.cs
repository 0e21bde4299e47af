using System.Globalization;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.Tests.Texts;

public sealed class TextCatalogTests
{
    private static readonly CultureInfo Canadian = CultureInfo.GetCultureInfo("fr-CA");

    [Fact]
    public void Write_ExactCultureBeforeItsParentBeforeEnglish_WhateverTheOrderOfSources()
    {
        var catalog = new TextCatalog([new Texts(("", "a", "first in English")), new Texts(("fr", "a", "français"), ("fr-CA", "b", "canadien"), ("fr", "b", "français"))]);

        catalog.Write("a", Canadian, TimeZoneInfo.Utc).ShouldBe("français");
        catalog.Write("b", Canadian, TimeZoneInfo.Utc).ShouldBe("canadien");
        catalog.Write("a", CultureInfo.GetCultureInfo("de"), TimeZoneInfo.Utc).ShouldBe("first in English");
    }

    [Fact]
    public void Write_TwoSourcesInTheSameCulture_TheFirstWins() =>
        new TextCatalog([new Texts(("fr", "a", "un")), new Texts(("fr", "a", "deux"))]).Write("a", Canadian, TimeZoneInfo.Utc).ShouldBe("un");

    [Fact]
    public void Write_UnknownKey_ThrowsAndARefusalKeepsItsCode()
    {
        var catalog = new TextCatalog([]);

        Should.Throw<KeyNotFoundException>(() => catalog.Write("a", Canadian, TimeZoneInfo.Utc)).Message.ShouldContain("There is no text for 'a' in 'fr-CA' or English.");
        catalog.Write(KernelRefusals.Conflict.Refuse(3), Canadian).ShouldBe("support.conflict(attempts: 3)");
        catalog.Contains("a", Canadian).ShouldBeFalse();
        new TextCatalog([MeetingTexts.Source]).Contains(MeetingTexts.Log, Canadian).ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "This has changed in the meantime: it is at version 7, not 5. Please look at it again.")]
    [InlineData("fr", "Ceci a changé entre-temps : version 7 au lieu de 5. Veuillez vérifier avant de recommencer.")]
    public void Write_VersionChanged_NamesBothVersions(string language, string text) =>
        new TextCatalog([KernelTexts.Source]).Write(KernelRefusals.VersionChanged.Refuse(5, 7), CultureInfo.GetCultureInfo(language)).ShouldBe(text);

    [Fact]
    public void Write_ValueGivenTwice_TheLastCounts() =>
        new TextCatalog([new Texts(("", "a", "{x}"))]).Write("a", Canadian, TimeZoneInfo.Utc, ("x", "1"), ("x", "2")).ShouldBe("2");

    private sealed class Texts(params (string Culture, string Key, string Text)[] texts) : ITextSource
    {
        public string? Find(string key, CultureInfo culture) => texts.FirstOrDefault(text => text.Culture == culture.Name && text.Key == key).Text;
    }
}
