using System.Globalization;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

[Requirement("WBN-11")]
public sealed class ImportNoteTests
{
    private static readonly TextCatalog Catalog = new([WebinarTexts.Source]);

    private static IEnumerable<RefusalCode> Codes => [.. ImportRefusals.All, .. RowRefusals.All];

    public static TheoryData<string> CodeNames => [.. Codes.Select(static code => code.Code)];

    [Theory]
    [MemberData(nameof(CodeNames))]
    public void Describe_WhatWasKept_IsTheSameReasonAgain(string name)
    {
        var code = Codes.Single(code => code.Code == name);
        foreach (var text in new[] { "Last Name", "é, \"x\"", "", "2024", "007", "-1" })
        {
            var refusal = code.Refuse([.. code.Parameters.Select(parameter => parameter is "count" or "row" or "maximum" ? (TextValue)1_234_567L : text)]);

            var described = ImportNote.Of(refusal).Describe().ShouldNotBeNull();

            described.ShouldBe(refusal);
            foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr") })
            {
                Catalog.Write(described, culture).ShouldBe(Catalog.Write(refusal, culture));
            }
        }
    }

    [Fact]
    public async Task Describe_NotesOfEveryPlannedRow_ArePlansOwnWords()
    {
        string[] participants = ["""{"email":"a@example.com","lastName":"L"}""", """{"email":"x@example.com","city":"12345678901"}""", """{"email":" "}""", "[]", """{"email":"A@example.com"}"""];
        using var planner = new ImportPlanner(ImportSamples.Plan, "webinar", new FakeRecords());
        var plans = await planner.PlanBatchAsync(
            [.. participants.Select(static (json, index) => FakeRecords.RowOf(index + 1, json, ImportSamples.Plan))], TestContext.Current.CancellationToken);

        foreach (var plan in plans)
        {
            Refusal[] expected = plan.Action switch
            {
                RowAction.Insert => [],
                RowAction.Invalid => [plan.Describe(), .. plan.DescribeIssues()],
                _ => [plan.Describe()],
            };

            PreparedRow.Of(plan, ParticipantKind.Registrant).Notes.Select(static note => note.Describe()).ShouldBe(expected);
        }

        plans.Select(static plan => plan.Action).Distinct().ShouldBe([RowAction.Insert, RowAction.Invalid, RowAction.Skip]);
    }

    [Theory]
    [InlineData("webinars.unheard-of")]
    [InlineData("webinars.plan-repeated")]
    [InlineData("webinars.plan-repeated", "1", "2")]
    public void Describe_CodeOfAnotherVersion_IsNull(string code, params string[] values) => new ImportNote(code, [.. values]).Describe().ShouldBeNull();

    [Fact]
    public void Equals_SameCodeAndValues_IsTheSame()
    {
        var note = new ImportNote("webinars.plan-repeated", ["1"]);

        note.ShouldBe(new ImportNote("webinars.plan-repeated", ["1"]));
        note.GetHashCode().ShouldBe(new ImportNote("webinars.plan-repeated", ["1"]).GetHashCode());
        note.ShouldNotBe(new ImportNote("webinars.plan-repeated", ["2"]));
        note.ToString().ShouldBe("webinars.plan-repeated");
    }
}
