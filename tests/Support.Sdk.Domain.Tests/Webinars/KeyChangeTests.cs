using System.Globalization;
using Shouldly;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

[Requirement("WBN-07")]
public sealed class KeyChangeTests
{
    private static readonly TargetField Email = new("Email", TargetFieldType.Email);
    private static readonly TargetField Number = new("Number__c", TargetFieldType.String) { IsUnique = true, IsCaseSensitive = true };

    [Fact]
    public async Task Predict_RecordsOfEveryKind_CountsWhatIsLostAndWhatIsShared()
    {
        var forecast = await KeyChangeCheck.PredictAsync(
            Number,
            Email,
            Stream(
                new("1", "n1", "a@example.com"),
                new("2", "n2", null),                       // lost: found by number until now
                new("3", "n3", "  "),                       // lost: white space is no key
                new("4", "n4", "b@example.com"),
                new("5", "n5", " B@Example.com"),           // shared with 4
                new("6", null, "b@EXAMPLE.com "),           // shared with 4 and 5
                new("7", "", ""),                           // found by neither
                new("8", "n8", "c@example.com")),
            TestContext.Current.CancellationToken);

        forecast.ShouldSatisfyAllConditions(
            one => one.Records.ShouldBe(8),
            one => one.Found.ShouldBe(2),
            one => one.Lost.ShouldBe(2),
            one => one.PredictedDuplicates.ShouldBe(2),
            one => one.Shared.ShouldBe(3),
            one => one.SharedKeys.ShouldBe(1),
            one => one.Keyless.ShouldBe(1),
            one => one.LostExamples.ShouldBe(["2", "3"]),
            one => one.SharedExamples.ShouldBe(["5", "6"]),
            one => one.IsSafe.ShouldBeFalse());
    }

    [Fact]
    public void Add_KeysThatTellCaseApart_AreNotShared()
    {
        var check = new KeyChangeCheck(Email, Number);
        check.Add(new("1", "a@example.com", "x1"));
        check.Add(new("2", "b@example.com", "X1"));

        check.Forecast.ShouldSatisfyAllConditions(one => one.Found.ShouldBe(2), one => one.IsSafe.ShouldBeTrue());
    }

    [Fact]
    public void Forecast_OfMany_NamesAFewAndCountsAll()
    {
        var check = new KeyChangeCheck(Number, Email);
        for (var i = 0; i < 1000; i++)
        {
            check.Add(new($"{i}", $"n{i}", i % 2 == 0 ? null : "same@example.com"));
        }

        check.Forecast.ShouldSatisfyAllConditions(
            one => one.Lost.ShouldBe(500),
            one => one.Shared.ShouldBe(500),
            one => one.LostExamples.Length.ShouldBe(KeyChangeCheck.MaximumExamples),
            one => one.SharedExamples.Length.ShouldBe(KeyChangeCheck.MaximumExamples));
    }

    [Fact]
    public void Warning_OfAChange_SaysInWordsWhatFollows()
    {
        var check = new KeyChangeCheck(Number, Email);
        check.Add(new("1", "n1", null));

        var warning = check.ToWarning();

        (warning.Place, warning.Severity).ShouldBe(("/primaryKey", MappingSeverity.Warning));
        var catalog = new TextCatalog([WebinarTexts.Source]);
        catalog.Write(warning.Refusal, CultureInfo.InvariantCulture).ShouldStartWith("The primary key changes from Number__c to Email, but records already imported keep the old one: 1 of them");
        catalog.Write(warning.Refusal, CultureInfo.GetCultureInfo("fr")).ShouldEndWith("Modifiez la clé avec prudence.");
    }

    [Theory]
    [InlineData("Email", "email", false)]
    [InlineData("Email", "Number__c", true)]
    public void IsNeeded_TwoMappings_ComparesTheirKeys(string before, string after, bool needed) =>
        KeyChangeCheck.IsNeeded(Mappings.OfContact with { PrimaryKey = before }, Mappings.OfContact with { PrimaryKey = after }).ShouldBe(needed);

    [Fact]
    public void IsNeeded_DifferentObjects_Throws() =>
        Should.Throw<ArgumentException>(() => KeyChangeCheck.IsNeeded(Mappings.OfContact, Mappings.With())).ParamName.ShouldBe("after");

    private static async IAsyncEnumerable<ExistingKey> Stream(params ExistingKey[] records)
    {
        foreach (var record in records)
        {
            await Task.Yield();
            yield return record;
        }
    }
}
