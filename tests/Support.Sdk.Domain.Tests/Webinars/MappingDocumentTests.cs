using System.Text;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

public sealed class MappingDocumentTests
{
    [Fact]
    public void Write_WhatWasRead_IsTheSameBytes()
    {
        var mapping = Mappings.Parse(Mappings.Everything);

        Encoding.UTF8.GetString(mapping.ToUtf8Json()).ShouldBe(Mappings.Everything);
        WebinarMapping.Parse(mapping.ToUtf8Json()).ShouldBe(mapping);
    }

    [Fact]
    public void Parse_WithDefaultsAndSpaces_ComesToTheSameDocument()
    {
        var plain = Mappings.Parse("""{"version":1,"object":"Contact","primaryKey":"Email","fields":[{"field":"Email","source":"email"}]}""");
        var wordy = Mappings.Parse(
            "\uFEFF" + """
            { "fields" : [ { "policy": "always", "convert": [], "source": "email", "field": "Email" } ], "primaryKey": "Email",
              "campaign": "none", "insertMode": "upsert", "object": "Contact", "version": 1 }
            """);

        wordy.ShouldBe(plain);
        wordy.ToUtf8Json().ShouldBe(plain.ToUtf8Json());
        (plain.InsertMode, plain.Campaign, plain.Fields[0].Policy).ShouldBe((InsertMode.Upsert, CampaignLink.None, FieldPolicy.Always));
    }

    [Fact]
    public void Parse_Everything_HasTheMeaningOfTheWords()
    {
        var mapping = Mappings.Parse(Mappings.Everything);

        mapping.InsertMode.ShouldBe(InsertMode.InsertNewForEachWebinar);
        mapping.Campaign.ShouldBe(CampaignLink.WebexWebinarCampaignMembers);
        mapping.Fields.Select(pair => pair.Policy).ShouldBe(
            [FieldPolicy.Always, FieldPolicy.IfEmpty, FieldPolicy.Always, FieldPolicy.NeverOverwrite, FieldPolicy.Always, FieldPolicy.Always, FieldPolicy.Always]);
        mapping.Find("key__C")!.Conversions.ShouldBe([new FieldConversion.Trim(), new FieldConversion.Case(LetterCase.Lower)]);
        mapping.Find("Phone__c")!.Conversions.ShouldBe([new FieldConversion.Phone("39", "", UnmatchedValue.LeaveOut)]);
        mapping.Find("Country__c")!.Conversions.ShouldBe([new FieldConversion.Country(CountryForm.Alpha2, UnmatchedValue.Keep)]);
        mapping.Find("Day__c")!.Conversions.ShouldBe([new FieldConversion.Date(DateForm.Date, "Europe/Paris")]);
        mapping.Find("Level__c")!.Conversions.ShouldBe(
        [
            new FieldConversion.Picklist([new("Manager/Lead", "Gold"), new("Ingénieur", "Silver")], UnmatchedValue.LeaveOut),
            new FieldConversion.Constant("Silver", ConstantUse.Empty),
        ]);
        mapping.Find("Text__c")!.Source.ShouldBeNull();
    }

    [Fact]
    public void TryParse_ManyWrongValues_NamesEveryPlace()
    {
        const string Json =
            """
            {
              "version": 1, "object": " ", "insertMode": "replace", "campaign": "all",
              "fields": [
                { "field": "A", "source": "email", "policy": "sometimes" },
                { "source": "email", "convert": [ { "kind": "rot13" }, { "kind": "trim", "to": "lower" }, { "kind": "case" }, {} ] },
                { "field": "C" },
                { "field": "D", "source": "fax", "convert": [ { "kind": "phone", "callingCode": "+33", "trunkPrefix": "x" }, { "kind": "date", "to": "year", "timeZone": "Mars/Olympus" } ] },
                { "field": "E", "source": "city", "convert": [ { "kind": "picklist", "table": {} }, { "kind": "picklist", "table": { "a/b": "1", "A/B": "2", "c": "" } }, { "kind": "constant" } ] },
                null
              ]
            }
            """;

        WebinarMapping.TryParse(Encoding.UTF8.GetBytes(Json), out var mapping, out var problems).ShouldBeFalse();

        mapping.ShouldBeNull();
        problems.Select(problem => $"{problem.Place} {problem.Code["webinars.".Length..]}").ShouldBe(
        [
            "/fields/0/policy mapping-value-not-allowed",
            "/fields/1/field mapping-value-missing",
            "/fields/1/convert/0/kind mapping-value-not-allowed",
            "/fields/1/convert/1/to mapping-option-not-known",
            "/fields/1/convert/2/to mapping-value-missing",
            "/fields/1/convert/3/kind mapping-value-missing",
            "/fields/2 nothing-to-write",
            "/fields/3/convert/0/callingCode mapping-value-not-allowed",
            "/fields/3/convert/0/trunkPrefix mapping-value-not-allowed",
            "/fields/3/convert/1/to mapping-value-not-allowed",
            "/fields/3/convert/1/timeZone mapping-time-zone-unknown",
            "/fields/4/convert/0/table mapping-value-missing",
            "/fields/4/convert/1/table/A~1B mapping-table-value-twice",
            "/fields/4/convert/1/table/c mapping-value-missing",
            "/fields/4/convert/2/value mapping-value-missing",
            "/fields/5 mapping-value-missing",
            "/object mapping-value-missing",
            "/primaryKey mapping-value-missing",
            "/insertMode mapping-value-not-allowed",
            "/campaign mapping-value-not-allowed",
        ]);
        problems[0].Refusal["allowed"]!.Value.AsText().ShouldBe("always, ifEmpty, neverOverwrite");
    }

    [Theory]
    [InlineData("""{"version":1,"object":"Contact",""", 1, 32)]
    [InlineData("{ \"version\": 1,\n  oops }", 2, 3)]
    [InlineData("{ \"version\": 1,\n \"é€𝄞\" oops }", 2, 9)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("", 1, 1)]
    public void Parse_NoJson_NamesLineAndColumn(string json, long line, long column)
    {
        var problem = Should.Throw<WebinarMappingFormatException>(() => Mappings.Parse(json)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("webinars.mapping-not-readable");
        problem.Place.ShouldBe("");
        (problem.Refusal["line"]!.Value.AsNumber(), problem.Refusal["column"]!.Value.AsNumber()).ShouldBe((line, column));
    }

    [Fact]
    public void TryParse_ManyPlacesOfAnotherShape_NamesEachOnceAndTheWrongValuesToo()
    {
        const string Json =
            """
            {
              "version": "one", "objekt": "Contact", "primaryKey": 7, "insertMode": "replace", "colour": "red", "campaign": "none", "campaign": "both",
              "fields": [
                { "field": 7, "source": "email" },
                { "field": "B", "sorce": "email", "policy": ["always"], "convert": { "kind": "trim" } },
                { "field": "C", "source": "city", "convert": [ "trim", { "kind": "picklist", "table": { "a.b": 7, "c": "C" } }, { "kind": "picklist", "table": [] } ] },
                "email",
                { "field": "E", "source": "\ud800" }
              ]
            }
            """;

        WebinarMapping.TryParse(Encoding.UTF8.GetBytes(Json), out var mapping, out var problems).ShouldBeFalse();

        mapping.ShouldBeNull();
        problems.Select(problem => $"{problem.Place} {problem.Code["webinars.mapping-".Length..]}").ShouldBe(
        [
            "/version not-a-number",
            "/objekt property-misspelt",
            "/primaryKey not-a-text",
            "/colour property-unknown",
            "/campaign property-twice",
            "/fields/0/field not-a-text",
            "/fields/1/sorce property-misspelt",
            "/fields/1/policy not-a-text",
            "/fields/1/convert not-a-list",
            "/fields/2/convert/0 not-an-object",
            "/fields/2/convert/1/table/a.b not-a-text",
            "/fields/2/convert/2/table not-an-object",
            "/fields/3 not-an-object",
            "/fields/4/source not-a-text",
            "/insertMode value-not-allowed",
        ]);
        problems[1].Refusal["nearest"]!.Value.AsText().ShouldBe("object");
    }

    [Theory]
    [InlineData("[]", "", "webinars.mapping-not-an-object")]
    [InlineData("""{"version":1,"object":"Contact","primaryKey":"Email","fields":"Email"}""", "/fields", "webinars.mapping-not-a-list")]
    [InlineData("""{"version":1.5,"object":"Contact","primaryKey":"Email","fields":[{"field":"Email","source":"email"}]}""", "/version", "webinars.mapping-not-a-number")]
    [InlineData("""{"version":1,"object":"Contact","primaryKey":"Email","fields":[{"field":"Email","source":"email","\ud800":1}]}""", "/fields/0/\uFFFD", "webinars.mapping-property-unknown")]
    public void TryParse_OnePlaceOfAnotherShape_NamesIt(string json, string place, string code)
    {
        WebinarMapping.TryParse(Encoding.UTF8.GetBytes(json), out _, out var problems).ShouldBeFalse();

        problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(problem => problem.Place.ShouldBe(place), problem => problem.Code.ShouldBe(code));
    }

    [Theory]
    [InlineData("""{"version":2,"objects":[]}""", "/version", "webinars.mapping-version-unknown")]
    [InlineData("""{"version":2,"object":""}""", "/version", "webinars.mapping-version-unknown")]
    [InlineData("""{"object":"Contact","primaryKey":"Email","fields":[{"field":"Email","source":"email"}]}""", "/version", "webinars.mapping-value-missing")]
    [InlineData("null", "", "webinars.mapping-value-missing")]
    public void TryParse_OtherVersion_SaysSo(string json, string place, string code)
    {
        WebinarMapping.TryParse(Encoding.UTF8.GetBytes(json), out _, out var problems).ShouldBeFalse();

        problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(problem => problem.Place.ShouldBe(place), problem => problem.Code.ShouldBe(code));
    }
}
