using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// Every conversion, both ways.
public sealed class ConversionTests
{
    [Theory]
    [InlineData("\u00a0 x y\u2003\t", "x y")]
    [InlineData("x", "x")]
    public void Trim_WhiteSpaceOfUnicode_Goes(string value, string expected) => Both(new FieldConversion.Trim(), value).ShouldBe(expected);

    [Theory]
    [InlineData(LetterCase.Lower, "ÀÉÎÕÜ Straße ABC", "àéîõü straße abc")]
    [InlineData(LetterCase.Upper, "àéîõü straße abc ⱥ", "ÀÉÎÕÜ STRAßE ABC Ⱥ")]
    [InlineData(LetterCase.Lower, "ȺȺȺȺ 𐐀", "ⱥⱥⱥⱥ 𐐨")]
    public void Case_AnyLetters_AreChangedOneByOne(LetterCase to, string value, string expected) => Both(new FieldConversion.Case(to), value).ShouldBe(expected);

    [Theory]
    [InlineData("Ada Lovelace", "Ada", "Lovelace")]
    [InlineData(" Jean Paul\u00a0 Sartre ", "Jean Paul", "Sartre")]
    [InlineData("Prince", null, "Prince")]
    [InlineData("Lovelace, Ada", "Ada", "Lovelace")]
    [InlineData("Lovelace,", null, "Lovelace")]
    [InlineData(", Ada", null, "Ada")]
    [InlineData("Élodie Müller-Öz", "Élodie", "Müller-Öz")]
    [InlineData("山田 太郎", "山田", "太郎")]
    public void SplitName_AnyName_HasALastName(string name, string? first, string? last)
    {
        Both(new FieldConversion.SplitName(NamePart.First), name).ShouldBe(first);
        Both(new FieldConversion.SplitName(NamePart.Last), name).ShouldBe(last);
    }

    [Theory]
    [InlineData("France", CountryForm.Alpha2, "FR")]
    [InlineData(" ALLEMAGNE ", CountryForm.Alpha2, "DE")]
    [InlineData("deu", CountryForm.English, "Germany")]
    [InlineData("United States", CountryForm.Alpha3, "USA")]
    [InlineData("United States of America", CountryForm.Alpha2, "US")]
    [InlineData("uk", CountryForm.French, "Royaume-Uni")]
    [InlineData("Côte d'Ivoire", CountryForm.Alpha2, "CI")]
    [InlineData("CÔTE D’IVOIRE", CountryForm.Alpha2, "CI")]
    [InlineData("Türkiye", CountryForm.Alpha2, "TR")]
    [InlineData("Turkey", CountryForm.Alpha2, "TR")]
    public void Country_InAnyForm_IsWrittenInOne(string value, CountryForm form, string expected) => Both(new FieldConversion.Country(form), value).ShouldBe(expected);

    [Theory]
    [InlineData(UnmatchedValue.Keep, "Atlantis")]
    [InlineData(UnmatchedValue.LeaveOut, null)]
    public void Country_Unknown_IsKeptOrLeftOut(UnmatchedValue otherwise, string? expected) => Both(new FieldConversion.Country(CountryForm.Alpha2, otherwise), "Atlantis").ShouldBe(expected);

    [Theory]
    [InlineData("01 23 45 67 89", "33", "0", "+33123456789")]
    [InlineData("+33 (0)1 23-45.67/89", "33", "0", "+33123456789")]
    [InlineData("0033 1 23 45 67 89", null, "0", "+33123456789")]
    [InlineData("+1 (415) 555-0100", "33", "0", "+14155550100")]
    [InlineData("415 555 0100", "1", "1", "+14155550100")]
    [InlineData("1 415 555 0100", "1", "1", "+14155550100")]
    [InlineData("06 1234 5678", "39", "", "+390612345678")]
    [InlineData("01\u00a023\u202f45 67 89", "33", "0", "+33123456789")]
    public void Phone_AsPeopleTypeIt_IsE164(string value, string? callingCode, string trunk, string expected) => Both(new FieldConversion.Phone(callingCode, trunk), value).ShouldBe(expected);

    [Theory]
    [InlineData("123")]
    [InlineData("+1234567890123456")]
    [InlineData("12+34567890")]
    [InlineData("+33 1 23 45 67 89 ext. 5")]
    [InlineData("+0123456789")]
    [InlineData("++33123456789")]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    [InlineData("( ) - .")]
    public void Phone_ThatIsNone_IsKeptOrLeftOut(string value)
    {
        Both(new FieldConversion.Phone("33", "0", UnmatchedValue.Keep), value).ShouldBe(value);
        Both(new FieldConversion.Phone("33", "0", UnmatchedValue.LeaveOut), value).ShouldBeNull();
    }

    [Theory]
    [InlineData("2021-09-07T09:29:13+08:00", "2021-09-07T01:29:13.000Z")]
    [InlineData("2015-10-18T14:26:16.123456789Z", "2015-10-18T14:26:16.123Z")]
    [InlineData("2013-04-04T20:52:22.000+0000", "2013-04-04T20:52:22.000Z")]
    [InlineData("2013-04-04T20:52-03", "2013-04-04T23:52:00.000Z")]
    [InlineData("2013-04-04T20:52:22", "2013-04-04T20:52:22.000Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.000Z")]
    [InlineData("1970-01-01T00:00:00.000Z", null)]
    public void Date_InAnyStyle_IsAnInstantInUtc(string value, string? expected) => Both(new FieldConversion.Date(DateForm.DateTime), value).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-02T23:30:00Z", null, "2026-03-02")]
    [InlineData("2026-03-02T23:30:00Z", "Europe/Paris", "2026-03-03")]
    [InlineData("2026-07-02T22:30:00Z", "Europe/Paris", "2026-07-03")]
    [InlineData("2026-03-02T03:30:00Z", "America/New_York", "2026-03-01")]
    [InlineData("2026-03-02", "America/New_York", "2026-03-02")]
    [InlineData("9999-12-31T23:59:59Z", "Asia/Tokyo", "9999-12-31")]
    public void Date_OfAnInstant_IsTheDayInTheZone(string value, string? zone, string expected) => Both(new FieldConversion.Date(DateForm.Date, zone), value).ShouldBe(expected);

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01T00:00:00Z")]
    [InlineData("2023-01-01T24:00:00Z")]
    [InlineData("2023-01-01T00:00:00.Z")]
    [InlineData("2023-01-01T00:00:00+25:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("2023-01-01T00:00:00Zx")]
    [InlineData("01/02/2023")]
    public void Date_ThatIsNone_IsKeptOrLeftOut(string value)
    {
        Both(new FieldConversion.Date(DateForm.DateTime, null, UnmatchedValue.Keep), value).ShouldBe(value);
        Both(new FieldConversion.Date(DateForm.Date, null, UnmatchedValue.LeaveOut), value).ShouldBeNull();
    }

    [Fact]
    public void Picklist_WhateverTheCase_IsReplaced()
    {
        var table = new FieldConversion.Picklist([new("Ingénieur", "ENG"), new("*", "ANY")], UnmatchedValue.Keep);

        Both(table, "INGÉNIEUR ").ShouldBe("ENG");
        Both(table, "*").ShouldBe("ANY");
        Both(table, "other").ShouldBe("other");
        Both(table, new string('x', 300)).ShouldBe(new string('x', 300));
    }

    [Fact]
    public void Constant_AlwaysOrWhereThereIsNone_TakesThePlace()
    {
        Both(new FieldConversion.Constant("c"), "v").ShouldBe("c");
        Both(new FieldConversion.Constant("c", ConstantUse.Empty), "v").ShouldBe("v");
        Both(new FieldConversion.Constant("c", ConstantUse.Empty), " ").ShouldBe("c");
        Both(new FieldConversion.Constant("c", ConstantUse.Empty), null).ShouldBe("c");
    }

    // The value of a text field behind one conversion: by bytes and by types, which must be equal.
    private static string? Both(FieldConversion conversion, string? value)
    {
        var plan = MappingPlan.Compile(Mappings.With(Mappings.Pair("Text__c", "address1", conversion)), Targets.Visitor);
        var participant = new WebinarParticipant { Kind = ParticipantKind.Registrant, Email = "a@b.c", Address1 = value };

        var record = plan.Map(participant);
        var row = plan.Read(ParticipantJson.Write(participant, escape: false));

        row.Issues.ToArray().ShouldBe(record.Issues);
        row.Csv().ShouldBe(record.Csv());
        record.Issues.ShouldBeEmpty();
        return record["text__c"];
    }
}
