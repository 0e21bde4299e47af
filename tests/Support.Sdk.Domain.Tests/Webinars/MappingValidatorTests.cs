using System.Globalization;
using Shouldly;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

[Requirement("WBN-04")]
public sealed class MappingValidatorTests
{
    private static readonly FieldMapping Key = new("Key__c", WebinarField.Email);

    [Fact]
    public void Validate_ContactByEmail_WarnsThatTheKeyIsNotEnforcedAndNothingElse()
    {
        var problem = MappingValidator.Validate(Mappings.OfContact, Targets.Contact).ShouldHaveSingleItem();

        problem.ShouldSatisfyAllConditions(
            one => one.Code.ShouldBe("webinars.key-not-enforced"),
            one => one.Severity.ShouldBe(MappingSeverity.Warning),
            one => one.Place.ShouldBe("/primaryKey"),
            one => one.Refusal["field"]!.Value.AsText().ShouldBe("Email"));
    }

    [Fact]
    public void Validate_Everything_FitsTheVisitor() => MappingValidator.Validate(Mappings.Parse(Mappings.Everything), Targets.Visitor).ShouldBeEmpty();

    [Fact]
    public void Validate_LeadWithManyFaults_NamesAllAtOnceWithTheirPlaces()
    {
        var mapping = new WebinarMapping("Lead", "Phone",
        [
            new("LastNam", WebinarField.LastName),                               // misspelt, and so LastName is missing
            new("Nonsense__c", WebinarField.FirstName),
            new("Name", WebinarField.DisplayName),                               // read-only
            new("Email", WebinarField.CompanyName),                              // type
            new("email", WebinarField.Email),                                    // twice
            new("IsConverted", WebinarField.CompanyName),                        // type, and on create only
            Mappings.Pair("GeocodeAccuracy", "jobTitle", new FieldConversion.Picklist([new("a", "Block"), new("b", "Nowhere")])),
            Mappings.Pair("NumberOfEmployees", null, new FieldConversion.Constant("many")),
            Mappings.Pair("FirstName", null, new FieldConversion.Constant(new string('x', 41))),
            new("City", new WebinarField("favouriteColour")),
        ])
        {
            Campaign = CampaignLink.Both,
        };

        var problems = MappingValidator.Validate(mapping, Targets.Lead, new MappingSituation { PackageVersion = new(1, 15) });

        problems.Select(problem => $"{problem.Place} {problem.Code["webinars.".Length..]}").ShouldBe(
        [
            "/primaryKey key-not-mapped",
            "/primaryKey key-not-unique",
            "/campaign campaign-needs-version",
            "/fields/0/field field-misspelt",
            "/fields/1/field field-unknown",
            "/fields/2/field field-read-only",
            "/fields/2/source source-may-be-too-long",
            "/fields/3/source type-incompatible",
            "/fields/4/field field-mapped-twice",
            "/fields/5/field field-on-create-only",
            "/fields/5/source type-incompatible",
            "/fields/6/convert/0/table/b picklist-value-unknown",
            "/fields/7/convert/0/value value-not-of-type",
            "/fields/8/convert/0/value value-too-long",
            "/fields/9/source source-unknown",
            "/fields required-field-missing",
            "/fields required-field-missing",
        ]);
        problems.Where(problem => problem.Code.EndsWith("required-field-missing", StringComparison.Ordinal)).Select(problem => problem.Refusal["field"]!.Value.AsText()).ShouldBe(["LastName", "Company"], ignoreOrder: true);
        problems.ShouldAllBe(problem => problem.Refusal.Definition.Remedies.Count > 0);
        problems[3].Refusal["nearest"]!.Value.AsText().ShouldBe("LastName");
        foreach (var culture in new[] { "en", "fr" })
        {
            var catalog = new TextCatalog([WebinarTexts.Source]);
            problems.Select(problem => catalog.Write(problem.Refusal, CultureInfo.GetCultureInfo(culture))).ShouldAllBe(text => !text.Contains('{') && text.EndsWith('.') | text.EndsWith('?'));
        }
    }

    [Theory]
    [InlineData("How did you hear of us?", "How did you hear of us?")]
    [InlineData(" how did you hear of US? ", "How did you hear of us?")]
    [InlineData("330521", "How did you hear of us?")]
    [InlineData("customizedQuestions/330521", "How did you hear of us?")]
    [InlineData("customizedQuestions[330521]", "How did you hear of us?")]
    [InlineData("customizedQuestions/999", "999")]
    [InlineData("customizedQuestions", "customizedQuestions")]
    [Requirement("WBN-03")]
    public void Validate_CustomQuestion_IsRefusedByItsName(string source, string name)
    {
        var situation = new MappingSituation { CustomQuestions = [new("330520", "Your size"), new("330521", "How did you hear of us?")] };

        var problem = MappingValidator.Validate(Mappings.With(Mappings.Pair("Other__c", source)), Targets.Visitor, situation).ShouldHaveSingleItem();

        problem.Place.ShouldBe("/fields/1/source");
        problem.Code.ShouldBe("webinars.custom-question");
        problem.Severity.ShouldBe(MappingSeverity.Error);
        new TextCatalog([WebinarTexts.Source]).Write(problem.Refusal, CultureInfo.GetCultureInfo("fr")).ShouldStartWith($"« {name} » est une question personnalisée");
    }

    [Fact]
    [Requirement("WBN-03")]
    public void Validate_EveryStandardQuestion_CanBeMapped()
    {
        string[] questions = ["firstName", "lastName", "email", "jobTitle", "companyName", "address1", "address2", "city", "state", "zipCode", "countryRegion", "workPhone", "fax"];

        WebinarField.All.Where(field => field.IsStandardQuestion).Select(field => field.Name).ShouldBe(questions, ignoreOrder: true);
        foreach (var question in questions)
        {
            MappingValidator.Validate(Mappings.With(Mappings.Pair("Text__c", question)), Targets.Visitor).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("email", "Email__c", true)]
    [InlineData("companyName", "Email__c", false)]
    [InlineData("companyName", "Host__c", false)]
    [InlineData("host", "Host__c", true)]
    [InlineData("host", "Text__c", true)]
    [InlineData("zipCode", "Zip__c", true)]
    [InlineData("zipCode", "Amount__c", true)]
    [InlineData("city", "Zip__c", false)]
    [InlineData("joinedTime", "Joined__c", true)]
    [InlineData("joinedTime", "Day__c", false)]
    [InlineData("city", "Joined__c", false)]
    [InlineData("workPhone", "Phone__c", true)]
    [InlineData("email", "Owner__c", false)]
    [InlineData("status", "Level__c", false)]
    public void Validate_SourceAndType_FitOrDoNot(string source, string field, bool fits) =>
        MappingValidator.Validate(Mappings.With(Mappings.Pair(field, source)), Targets.Visitor).Any(problem => problem.Severity == MappingSeverity.Error).ShouldBe(!fits);

    [Fact]
    public void Validate_Conversions_ChangeWhatFits()
    {
        Errors(Mappings.Pair("Day__c", "joinedTime", new FieldConversion.Date(DateForm.Date))).ShouldBeEmpty();
        Errors(Mappings.Pair("Day__c", "joinedTime", new FieldConversion.Date(DateForm.Date, "Mars/Olympus"))).ShouldBe(["webinars.mapping-time-zone-unknown"]);
        Errors(Mappings.Pair("Day__c", "joinedTime", new FieldConversion.Date(DateForm.DateTime))).ShouldBe(["webinars.type-incompatible"]);
        Errors(Mappings.Pair("Level__c", "jobTitle", new FieldConversion.Picklist([new("x", "gold")]))).ShouldBeEmpty();
        Errors(Mappings.Pair("Level__c", "jobTitle", new FieldConversion.Picklist([new("x", "Tin")]))).ShouldBe(["webinars.picklist-value-unknown"]);
        Errors(Mappings.Pair("Topics__c", null, new FieldConversion.Constant("A;B"))).ShouldBeEmpty();
        Errors(Mappings.Pair("Topics__c", null, new FieldConversion.Constant("A;C"))).ShouldBe(["webinars.picklist-value-unknown"]);
        Errors(Mappings.Pair("Country__c", null, new FieldConversion.Constant("Atlantis"), new FieldConversion.Country(CountryForm.Alpha2))).ShouldBe(["webinars.value-not-of-type"]);
        Errors(Mappings.Pair("Short__c", null, new FieldConversion.Constant("Deutschland"), new FieldConversion.Country(CountryForm.Alpha2))).ShouldBeEmpty();
        Errors(Mappings.Pair("Host__c", null, new FieldConversion.Constant("TRUE"))).ShouldBeEmpty();
        Errors(Mappings.Pair("Owner__c", null, new FieldConversion.Constant("005000000000001AAA"))).ShouldBeEmpty();
        Errors(Mappings.Pair("Short__c", "countryRegion", new FieldConversion.Country(CountryForm.English))).ShouldBeEmpty();
        MappingValidator.Validate(Mappings.With(Mappings.Pair("Short__c", "countryRegion", new FieldConversion.Country(CountryForm.English))), Targets.Visitor)
            .ShouldHaveSingleItem().Code.ShouldBe("webinars.source-may-be-too-long");
    }

    [Fact]
    public void Validate_Writability_DependsOnThePolicy()
    {
        Errors(Mappings.Pair("Made__c", "city")).ShouldBe(["webinars.field-on-create-only"]);
        Errors(Mappings.Pair("Made__c", "city") with { Policy = FieldPolicy.IfEmpty }).ShouldBe(["webinars.field-on-create-only"]);
        Errors(Mappings.Pair("Made__c", "city") with { Policy = FieldPolicy.NeverOverwrite }).ShouldBeEmpty();
        Errors(Mappings.Pair("Later__c", "city")).ShouldBe(["webinars.field-on-update-only"]);
        Errors(Mappings.Pair("Formula__c", "city")).ShouldBe(["webinars.field-read-only"]);
    }

    [Fact]
    public void Validate_Key_MustDistinguishParticipants()
    {
        WebinarMapping WithKey(string key, FieldMapping pair) => new("Visitor__c", key, key == "Key__c" ? [pair] : [Key, pair]);

        Codes(WithKey("Other__c", Mappings.Pair("Other__c", "email"))).ShouldBe(["webinars.key-not-unique"]);
        Codes(WithKey("Key__c", Mappings.Pair("Key__c", null, new FieldConversion.Constant("x")))).ShouldBe(["webinars.key-constant"]);
        Codes(WithKey("Key__c", Mappings.Pair("Key__c", "email", new FieldConversion.Constant("x", ConstantUse.Empty)))).ShouldBe(["webinars.key-constant"]);
        Codes(WithKey("Nowhere__c", Mappings.Pair("Nowhere__c", "email"))).ShouldBe(["webinars.field-unknown"]);
        Codes(WithKey("Case_Key__c", Mappings.Pair("Other__c", "email"))).ShouldBe(["webinars.key-not-mapped"]);
        Codes(WithKey("Case_Key__c", Mappings.Pair("Case_Key__c", "email"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CampaignLink.None, "1.15", "Visitor__c", null)]
    [InlineData(CampaignLink.WebexWebinarCampaignMembers, "1.15", "Visitor__c", null)]
    [InlineData(CampaignLink.CampaignMembers, "1.16", "Visitor__c", "webinars.campaign-members-not-for-object")]
    [InlineData(CampaignLink.Both, "1.16", "Visitor__c", "webinars.campaign-members-not-for-object")]
    [InlineData(CampaignLink.WebexWebinarCampaignMembers, "1.15", "Contact", null)]
    [InlineData(CampaignLink.CampaignMembers, "1.15", "Contact", "webinars.campaign-needs-version")]
    [InlineData(CampaignLink.Both, "1.15.9", "Contact", "webinars.campaign-needs-version")]
    [InlineData(CampaignLink.CampaignMembers, "1.16", "Contact", null)]
    [InlineData(CampaignLink.Both, "2.0", "Contact", null)]
    [InlineData(CampaignLink.Both, null, "Contact", null)]
    public void Validate_CampaignOption_NeedsVersionAndAPerson(CampaignLink campaign, string? version, string target, string? code)
    {
        var mapping = (target == "Contact" ? Mappings.OfContact : Mappings.With()) with { Campaign = campaign };
        var situation = new MappingSituation { PackageVersion = version is null ? null : Version.Parse(version) };

        MappingValidator.Validate(mapping, target == "Contact" ? Targets.Contact : Targets.Visitor, situation)
            .Where(problem => problem.Severity == MappingSeverity.Error).Select(problem => problem.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void Validate_OtherObjects_AreNotSupported()
    {
        var account = new TargetObject("Account", [new("Name", TargetFieldType.String) { Length = 255, IsUnique = true }]) { IsUpdateable = false };

        MappingValidator.Validate(new WebinarMapping("Account", "Name", [new("Name", WebinarField.CompanyName)]), account)
            .Select(problem => problem.Code).ShouldBe(["webinars.object-not-supported", "webinars.object-not-writable"]);
        Should.Throw<ArgumentException>(() => MappingValidator.Validate(Mappings.OfContact, Targets.Lead)).Message.ShouldContain("Contact");
    }

    [Fact]
    public void Compile_MappingThatDoesNotFit_ThrowsWithEveryError()
    {
        var exception = Should.Throw<ArgumentException>(() => MappingPlan.Compile(Mappings.With(Mappings.Pair("Nowhere", "email"), Mappings.Pair("Zip__c", "city")), Targets.Visitor));

        exception.Message.ShouldContain("webinars.field-unknown");
        exception.Message.ShouldContain("webinars.type-incompatible");
    }

    private static IEnumerable<string> Codes(WebinarMapping mapping) => MappingValidator.Validate(mapping, Targets.Visitor)
        .Where(problem => problem.Severity == MappingSeverity.Error && problem.Code != "webinars.required-field-missing").Select(problem => problem.Code);

    private static IEnumerable<string> Errors(FieldMapping pair) => Codes(Mappings.With(pair));
}
