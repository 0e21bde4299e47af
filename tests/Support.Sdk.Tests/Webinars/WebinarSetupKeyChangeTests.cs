using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.SetupOffice;

namespace Support.Sdk.Tests.Webinars;

public sealed class WebinarSetupKeyChangeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly WebinarMapping ByNumber = new(
        "Contact",
        "Number__c",
        [new("Email", WebinarField.Email), new("LastName", WebinarField.LastName), new("Number__c", new WebinarField("workPhone"))]);

    [Fact]
    [Requirement("WBN-07")]
    public async Task SaveMapping_WithAnotherKey_ForecastsAndAsks_ThenSaves()
    {
        await using var office = new SetupOffice();
        (await office.SaveAsync(Contact)).Forecast.ShouldBeNull();
        Import(office, "1", "a@example.com", "N1");
        Import(office, "2", "b@example.com", null);
        Import(office, "3", "c@example.com", "N3");
        Import(office, "4", "d@example.com", "n3 ");
        Import(office, "5", null, null);
        Import(office, "6", "gone@example.com", null);
        office.Crm.Delete("6");
        office.Crm.Import("other", "Contact", "7", ("Email", "e@example.com"));

        var asked = await office.SaveAsync(ByNumber);

        asked.Outcome.Refusal.ShouldBe(WebinarSetupRefusals.ConfirmKeyChange.Refuse("Contact", "Email", "Number__c", 5, 1, 2));
        var forecast = asked.Forecast.ShouldNotBeNull();
        (forecast.Records, forecast.Found, forecast.Lost, forecast.Shared, forecast.Keyless).ShouldBe((5, 1, 1, 2, 1));
        forecast.LostExamples.ShouldBe(["2"]);
        asked.Problems.ShouldContain(static problem => problem.Code == "webinars.key-changed" && problem.Severity == MappingSeverity.Warning);
        (await office.ReadAsync()).FindKey("Contact").ShouldBe("Email");

        (await office.SaveAsync(ByNumber, confirmed: false, keyChange: true)).Outcome.Refusal!.Code.ShouldBe("webinars.confirm-primary-key");
        (await office.SaveAsync(ByNumber, keyChange: true)).IsSaved.ShouldBeTrue();
        (await office.ReadAsync()).FindKey("Contact").ShouldBe("Number__c");
    }

    [Fact]
    [Requirement("WBN-07")]
    public async Task SaveMapping_WithAnotherKeyThatFindsEverything_NeedsNoFurtherConfirmation()
    {
        await using var office = new SetupOffice();
        await office.SaveAsync(Contact);
        Import(office, "1", "a@example.com", "N1");

        var saved = await office.SaveAsync(ByNumber);

        saved.IsSaved.ShouldBeTrue();
        saved.Forecast!.IsSafe.ShouldBeTrue();
    }

    [Fact]
    [Requirement("WBN-07")]
    public async Task SaveMapping_AfterADeletion_StillForecasts()
    {
        await using var office = new SetupOffice();
        await office.SaveAsync(Contact);
        Import(office, "1", "a@example.com", null);
        (await office.Setup.DeleteMappingAsync(Target, Account, "Contact", confirmed: true, Administrator, Cancel)).IsAccepted.ShouldBeTrue();

        (await office.SaveAsync(ByNumber)).Outcome.Refusal!.Code.ShouldBe("webinars.confirm-key-change");
    }

    [Fact]
    [Requirement("WBN-07")]
    public async Task SaveMapping_WhenTheFormerKeysFieldIsGone_CountsEveryRecordAsLost()
    {
        await using var office = new SetupOffice();
        await office.SaveAsync(Contact);
        Import(office, "1", "a@example.com", null);
        office.Crm.Objects["Contact"] = new TargetObject("Contact", office.Crm.Objects["Contact"].Fields.Where(static field => field.Name != "Email"));

        var asked = await office.SaveAsync(ByNumber with { Fields = [.. ByNumber.Fields.Where(static pair => pair.Field != "Email")] });

        asked.Outcome.Refusal.ShouldBe(WebinarSetupRefusals.ConfirmKeyChange.Refuse("Contact", "Email", "Number__c", 1, 1, 0));
    }

    [Fact]
    public async Task SaveMapping_OverManyRecords_ReadsThemInPortions()
    {
        await using var office = new SetupOffice();
        await office.SaveAsync(Contact);
        for (var i = 0; i < 4_500; i++)
        {
            Import(office, $"{i}", $"{i}@example.com", $"N{i}");
        }

        (await office.SaveAsync(ByNumber)).Forecast!.Records.ShouldBe(4_500);

        office.Crm.ReadAtOnce.ShouldBe([2_000, 2_000, 500]);
    }

    private static void Import(SetupOffice office, string id, string? email, string? number) =>
        office.Crm.Import(Account, "Contact", id, ("Email", email), ("Number__c", number));
}
