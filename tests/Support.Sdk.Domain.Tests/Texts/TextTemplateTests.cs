using System.Globalization;
using Shouldly;
using Support.Sdk.Texts;

namespace Support.Sdk.Tests.Texts;

public sealed class TextTemplateTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parse_Placeholders_ListsEachOnceInOrder() =>
        TextTemplate.Parse("{b} and { a } and {b:t} {{c}}").Placeholders.ShouldBe(["b", "a"]);

    [Theory]
    [InlineData("a } b", "closing brace without an opening one at position 2")]
    [InlineData("ab { c", "placeholder at position 3 is not closed")]
    [InlineData("{}", "placeholder at position 0 has no name")]
    [InlineData("{ :t}", "placeholder at position 0 has no name")]
    public void Parse_NotATemplate_SaysWhere(string template, string message) => Should.Throw<FormatException>(() => TextTemplate.Parse(template)).Message.ShouldContain(message);

    [Theory]
    [InlineData("{{{name}}}", "{Alice}")]
    [InlineData("{name}, {name}", "Alice, Alice")]
    [InlineData("{nobody}", "{nobody}")]
    [InlineData("", "")]
    public void Format_Text_FillsInAndKeepsWhatIsUnknownVisible(string template, string expected) => Format(template, "Alice").ShouldBe(expected);

    [Theory]
    [InlineData("{name:HH:mm}", "13:00")]
    [InlineData("{name}", "lundi 2 mars 2026 13:00")]
    [InlineData("{name:D}", "lundi 2 mars 2026")]
    public void Format_Instant_IsWrittenInTheReadersTimeZone(string template, string expected) => Format(template, Noon).ShouldBe(expected);

    [Fact]
    public void Format_InstantAcrossDaylightSaving_FollowsTheClocks()
    {
        Format("{name:HH:mm}", new DateTimeOffset(2026, 3, 29, 0, 59, 0, TimeSpan.Zero)).ShouldBe("01:59");
        Format("{name:HH:mm}", new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero)).ShouldBe("03:00");
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(45, "45 min")]
    [InlineData(60, "1 h")]
    [InlineData(90, "1 h 30 min")]
    [InlineData(1500, "25 h")]
    public void Format_Duration_ReadsTheSameInBothLanguages(int minutes, string expected) => Format("{name}", TimeSpan.FromMinutes(minutes)).ShouldBe(expected);

    [Fact]
    public void Format_DurationAndNumberWithFormat_FollowIt()
    {
        Format("{name:hh\\:mm}", TimeSpan.FromMinutes(90)).ShouldBe("01:30");
        Format("{name:D3}", 7L).ShouldBe("007");
        Format("{name}", 1_234L).Replace('\u202f', ' ').ShouldBe("1 234");
    }

    [Fact]
    public void TextValue_OfEachKind_AnswersItsOwnKindOnly()
    {
        TextValue text = "a";
        TextValue number = 5L;
        TextValue instant = Noon.ToOffset(TimeSpan.FromHours(2));
        TextValue duration = TimeSpan.FromMinutes(5);

        (text.Kind, number.Kind, instant.Kind, duration.Kind).ShouldBe((TextValueKind.Text, TextValueKind.Number, TextValueKind.Instant, TextValueKind.Duration));
        string.Join(' ', text, number, instant, duration).ShouldBe("a 5 2026-03-02T12:00:00Z 00:05:00");
        instant.AsInstant().Offset.ShouldBe(TimeSpan.Zero);
        default(TextValue).AsText().ShouldBe("");
        Should.Throw<InvalidOperationException>(() => number.AsText()).Message.ShouldBe("The value is of kind Number, not Text.");
        Should.Throw<InvalidOperationException>(() => text.AsNumber());
        Should.Throw<InvalidOperationException>(() => text.AsInstant());
        Should.Throw<InvalidOperationException>(() => text.AsDuration());
    }

    private static string Format(string template, TextValue value) => TextTemplate.Parse(template).Format(name => name == "name" ? value : (TextValue?)null, French, Paris);
}
