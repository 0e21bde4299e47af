using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.SetupOffice;

namespace Support.Sdk.Tests.Webinars;

public sealed class WebinarSetupMappingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly WebinarMapping Lead = new("Lead", "Email", [new("Email", WebinarField.Email)]);

    [Fact]
    [Requirement("WBN-02")]
    public async Task Mappings_FromTheFirstToTheLast_AreCreatedListedEditedAndDeleted()
    {
        await using var office = new SetupOffice();

        (await office.SaveAsync(Lead)).IsSaved.ShouldBeTrue();
        var saved = await office.SaveAsync(Contact);
        saved.Outcome.ValueOrThrow().Status.ShouldBe(WebinarSetupStatus.Off);
        (await office.SaveAsync(Contact with { InsertMode = InsertMode.InsertNewForEachWebinar })).IsSaved.ShouldBeTrue();

        var listed = await office.Setup.ListMappingsAsync(Target, Account, Administrator, Cancel);
        listed.ValueOrThrow().ShouldBe([Contact with { InsertMode = InsertMode.InsertNewForEachWebinar }, Lead]);
        (await office.Setup.ListMappingsAsync(Target, "other", Administrator, Cancel)).ValueOrThrow().ShouldBeEmpty();

        (await office.Setup.DeleteMappingAsync(Target, Account, "lead", confirmed: false, Administrator, Cancel)).Refusal!.Code.ShouldBe("webinars.confirm-delete");
        (await office.Setup.DeleteMappingAsync(Target, Account, "lead", confirmed: true, Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await office.Setup.DeleteMappingAsync(Target, Account, "lead", confirmed: true, Administrator, Cancel)).Refusal!.Code.ShouldBe("webinars.mapping-missing");
        (await office.ReadAsync()).Mappings.ShouldHaveSingleItem().Object.ShouldBe("Contact");
    }

    [Fact]
    [Requirement("WBN-02")]
    public async Task SaveMapping_Unconfirmed_AsksForThePrimaryKeyAndSavesNothing()
    {
        await using var office = new SetupOffice();

        var answer = await office.SaveAsync(Contact, confirmed: false);

        answer.Outcome.Refusal.ShouldBe(WebinarSetupRefusals.ConfirmPrimaryKey.Refuse("Contact", "Email"));
        answer.Problems.ShouldAllBe(static problem => problem.Severity == MappingSeverity.Warning);
        (await office.ReadAsync()).Mappings.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("WBN-04")]
    public async Task SaveMapping_ThatDoesNotFit_NamesAllProblemsAtOnce()
    {
        await using var office = new SetupOffice();

        var answer = await office.SaveAsync(Contact with { Fields = [new("Emial", WebinarField.Email), new("LastName", new WebinarField("Shoe size"))] });

        answer.Problems.Where(static problem => problem.Severity == MappingSeverity.Error).Select(static problem => (problem.Place, problem.Code)).ShouldBe(
            [("/primaryKey", "webinars.key-not-mapped"), ("/fields/0/field", "webinars.field-misspelt"), ("/fields/1/source", "webinars.source-unknown")]);
        var refusal = answer.Outcome.Refusal.ShouldNotBeNull();
        refusal.ShouldBe(WebinarImportRefusals.MappingUnfit.Refuse("Contact", 3, "/primaryKey, /fields/0/field, /fields/1/source"));
        (await office.ReadAsync()).Mappings.ShouldBeEmpty();
    }

    [Fact]
    public async Task SaveMapping_OfAnObjectThatIsNotThere_IsRefused()
    {
        await using var office = new SetupOffice();

        (await office.SaveAsync(Contact with { Object = "Visitor__c" })).Outcome.Refusal.ShouldBe(WebinarImportRefusals.ObjectNotFound.Refuse("Visitor__c"));
        office.Crm.Asked.ShouldBe(["acme/Visitor__c"]);
    }

    [Fact]
    [Requirement("WBN-08")]
    public async Task Mappings_WithoutThePermission_AreNeitherReadNorChanged_AndNobodyIsAsked()
    {
        await using var office = new SetupOffice();

        (await office.SaveAsync(Contact, by: Stranger)).Outcome.Refusal!.Code.ShouldBe("webinars.import-permission-required");
        (await office.Setup.ListMappingsAsync(Target, Account, Stranger, Cancel)).Refusal!.Code.ShouldBe("webinars.import-permission-required");
        (await office.Setup.DeleteMappingAsync(Target, Account, "Contact", confirmed: true, Stranger, Cancel)).Refusal!.Code.ShouldBe("webinars.import-permission-required");
        office.Crm.Asked.ShouldBeEmpty();
    }
}
