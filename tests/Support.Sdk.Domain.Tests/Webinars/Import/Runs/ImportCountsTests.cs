using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.Runs.ImportSamples;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

[Requirement("WBN-11")]
public sealed class ImportCountsTests
{
    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Of_RowsOfEverySort_CountsEachWhereItBelongs()
    {
        MembershipResult made = new(MembershipForm.CampaignMember, MembershipAction.Create, "00v1", []);
        MembershipResult changed = new(MembershipForm.CampaignMember, MembershipAction.UpdateStatus, "00v2", default);
        MembershipResult kept = new(MembershipForm.WebexWebinarCampaignMember, MembershipAction.Keep, "00v3", []);
        MembershipResult refused = new(MembershipForm.CampaignMember, MembershipAction.Create, null, [Error(mayPass: true)]);

        var counts = ImportCounts.Of(
        [
            Result(1, ImportOutcome.Created, made, kept),
            Result(2, ImportOutcome.Created, refused),
            Result(3, ImportOutcome.Updated, changed),
            Result(4, ImportOutcome.Unchanged, kept),
            Result(5, ImportOutcome.Repeated),
            Result(6, ImportOutcome.Repeated),
            Result(7, ImportOutcome.Conflict),
            Result(8, ImportOutcome.Invalid),
            Result(9, ImportOutcome.Failed) with { Errors = [Error(mayPass: true)] },
            Result(10, ImportOutcome.Failed) with { Errors = [Error(mayPass: true), Error(mayPass: false)] },
        ]);

        counts.ShouldBe(new ImportCounts
        {
            Rows = 10,
            Created = 2,
            Updated = 1,
            Unchanged = 1,
            Repeated = 2,
            Conflicts = 1,
            Invalid = 1,
            Failed = 2,
            Linked = 2,
            LinkedBefore = 2,
            NotLinked = 1,
            Undone = 5,
            MayPass = 2,
        });
    }

    [Fact]
    public void Of_Parts_SumUpToTheWhole() =>
        Prop.ForAll(Results.ArrayOf().ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), static (rows, at) =>
        {
            var split = rows.Length * at / 100;
            var whole = ImportCounts.Of(rows);

            ImportCounts.Of(rows.Take(split)).Add(ImportCounts.Of(rows.Skip(split))).ShouldBe(whole);
            rows.Aggregate(new ImportCounts(), static (counts, row) => counts.Add(ImportCounts.Of([row]))).ShouldBe(whole);
            new ImportCounts().Add(whole).ShouldBe(whole);
        }).Check(Run);

    [Fact]
    public void Of_Any_CountsEachRowOnce() =>
        Prop.ForAll(Results.ArrayOf().ToArbitrary(), static rows =>
        {
            var counts = ImportCounts.Of(rows);

            counts.Rows.ShouldBe(rows.Length);
            (counts.Created + counts.Updated + counts.Unchanged + counts.Repeated + counts.Conflicts + counts.Invalid + counts.Failed).ShouldBe(counts.Rows);
            (counts.Linked + counts.LinkedBefore + counts.NotLinked).ShouldBe(rows.Sum(static row => row.Memberships.Length));
            counts.Undone.ShouldBeGreaterThanOrEqualTo(counts.Conflicts + counts.Invalid + counts.Failed);
            counts.MayPass.ShouldBeLessThanOrEqualTo(counts.Undone - counts.Conflicts - counts.Invalid);
        }).Check(Run);

    [Fact]
    public void Add_EveryNumber_IsAdded()
    {
        var properties = typeof(ImportCounts).GetProperties().Where(static property => property.PropertyType == typeof(long)).ToList();
        properties.Count.ShouldBe(13);
        foreach (var property in properties)
        {
            var counts = new ImportCounts();
            property.SetValue(counts, 3L);

            property.GetValue(counts.Add(counts)).ShouldBe(6L, property.Name);
        }
    }
}
