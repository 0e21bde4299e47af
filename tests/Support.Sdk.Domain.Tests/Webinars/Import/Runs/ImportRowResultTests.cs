using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.Runs.ImportSamples;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

[Requirement("WBN-11")]
public sealed class ImportRowResultTests
{
    // Errors of the record and of its membership: none, those that may pass, those that do not.
    public enum Errors
    {
        None,
        Passing,
        Lasting,
        Both,
    }

    [Theory]
    [InlineData(ImportOutcome.Created, Errors.None, Errors.None, false, false)]
    [InlineData(ImportOutcome.Created, Errors.None, Errors.Passing, true, true)]
    [InlineData(ImportOutcome.Created, Errors.None, Errors.Lasting, true, false)]
    [InlineData(ImportOutcome.Created, Errors.None, Errors.Both, true, false)]
    [InlineData(ImportOutcome.Updated, Errors.None, Errors.None, false, false)]
    [InlineData(ImportOutcome.Updated, Errors.None, Errors.Passing, true, true)]
    [InlineData(ImportOutcome.Unchanged, Errors.None, Errors.None, false, false)]
    [InlineData(ImportOutcome.Unchanged, Errors.None, Errors.Lasting, true, false)]
    [InlineData(ImportOutcome.Repeated, Errors.None, Errors.None, false, false)]
    [InlineData(ImportOutcome.Conflict, Errors.None, Errors.None, true, false)]
    [InlineData(ImportOutcome.Invalid, Errors.None, Errors.None, true, false)]
    [InlineData(ImportOutcome.Failed, Errors.Passing, Errors.None, true, true)]
    [InlineData(ImportOutcome.Failed, Errors.Lasting, Errors.None, true, false)]
    [InlineData(ImportOutcome.Failed, Errors.Both, Errors.None, true, false)]
    [InlineData(ImportOutcome.Failed, Errors.Passing, Errors.Lasting, true, false)]
    [InlineData(ImportOutcome.Failed, Errors.None, Errors.None, true, false)]

    // No writer makes these two: also then nothing may pass that is not undone, or that somebody has to correct.
    [InlineData(ImportOutcome.Created, Errors.Passing, Errors.None, false, false)]
    [InlineData(ImportOutcome.Conflict, Errors.None, Errors.Passing, true, false)]
    public void Result_OfEachSort_SaysWhetherSomethingIsUndoneAndMayPass(ImportOutcome outcome, Errors ofRecord, Errors ofMembership, bool isUndone, bool mayPass)
    {
        var result = Result(1, outcome, new MembershipResult(MembershipForm.CampaignMember, MembershipAction.Create, null, [.. Of(ofMembership)])) with { Errors = [.. Of(ofRecord)] };

        (result.IsUndone, result.MayPass).ShouldBe((isUndone, mayPass));
        result.AllErrors.ShouldBe([.. Of(ofRecord), .. Of(ofMembership)]);
    }

    [Fact]
    public void ToString_ForLogs_NamesNoMessage() =>
        (Result(1, ImportOutcome.Failed) with { Errors = [Error(mayPass: true)] }).ToString().ShouldBe("row 1 (é1): Failed");

    private static RecordError[] Of(Errors errors) => errors switch
    {
        Errors.None => [],
        Errors.Passing => [Error(mayPass: true)],
        Errors.Lasting => [Error(mayPass: false)],
        _ => [Error(mayPass: true), Error(mayPass: false)],
    };
}
