using System.Globalization;
using Shouldly;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.FakeRecords;

namespace Support.Sdk.Tests.Webinars.Import;

[Requirement("WBN-10")]
public sealed class DriftTests
{
    private static readonly ImportRow[] Rows = [Row(1, "a@example.com"), Row(2, "b@example.com"), Row(3, "c@example.com"), Row(4, "nobody")];
    private static readonly ExistingRecord[] Records = [Person("003A", "a@example.com", "Old"), Person("003B", "b@example.com", "F", "L")];

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Plan_AgainWithNothingChanged_HasTheSameFingerprintAndNoDrift(int batchSize)
    {
        var (before, planned) = await RunAsync(Rows, Records);
        var (after, now) = await RunAsync(Rows, [.. Records.Reverse()], batchSize: batchSize);

        after.ShouldBe(before);
        after.Value.Length.ShouldBe(64);
        before.Compare(after).ShouldBeEmpty();
        (await CompareAsync(planned, now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fingerprint_WhatChanged_IsToldByItsPart()
    {
        var (before, _) = await RunAsync(Rows, Records);

        before.Compare((await RunAsync(Rows, Records, webinarId: "another")).Fingerprint).ShouldBe([PlanPart.Mapping]);
        before.Compare((await RunAsync([Rows[1], Rows[0], .. Rows[2..]], Records)).Fingerprint).ShouldBe([PlanPart.Participants, PlanPart.Records]);
        before.Compare((await RunAsync([Rows[0], Rows[1], Row(3, "c@example.com", "Other"), Rows[3]], Records)).Fingerprint).ShouldBe([PlanPart.Participants]);
        before.Compare((await RunAsync(Rows, [Records[0] with { Version = "2" }, Records[1]])).Fingerprint).ShouldBe([PlanPart.Records]);
        var mapping = MappingPlan.Compile(Mappings.OfContact with { Campaign = CampaignLink.CampaignMembers }, Targets.Contact);
        before.Compare((await RunAsync([.. Rows.Select((_, index) => Row(index + 1, index == 3 ? "nobody" : $"{"abc"[index]}@example.com", plan: mapping))], Records, plan: mapping)).Fingerprint)
            .ShouldBe([PlanPart.Mapping]);
    }

    public static TheoryData<string, ImportRow[], ExistingRecord[], RowDriftKind, string> Changes { get; } = new()
    {
        { "values", [Row(1, "a@example.com", "Other"), .. Rows[1..]], Records, RowDriftKind.ValuesChanged, "w1" },
        { "changed", Rows, [Records[0] with { Version = "2" }, Records[1]], RowDriftKind.RecordChanged, "w1" },
        { "gone", Rows, [Records[0]], RowDriftKind.RecordGone, "w2" },
        { "appeared", Rows, [.. Records, Person("003C", "c@example.com")], RowDriftKind.RecordAppeared, "w3" },
        { "replaced", Rows, [Records[0] with { Id = "003Z" }, Records[1]], RowDriftKind.RecordAppeared, "w1" },
        { "ambiguous", Rows, [.. Records, Person("003Z", "b@example.com")], RowDriftKind.DecisionChanged, "w2" },
        { "added", [Row(1, "n@example.com", id: "new"), .. Rows.Select((row, index) => Renumber(row, index))], Records, RowDriftKind.ParticipantAdded, "new" },
        { "left", [.. Rows[..2], Rows[3]], Records, RowDriftKind.ParticipantGone, "w3" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Compare_OneThingChanged_SaysWhatAndWhose(string name, ImportRow[] rows, ExistingRecord[] records, RowDriftKind kind, string participant)
    {
        var (_, planned) = await RunAsync(Rows, Records);
        var (_, now) = await RunAsync(rows, records);

        var drift = (await CompareAsync(planned, now)).ShouldHaveSingleItem(name);

        drift.Kind.ShouldBe(kind);
        (drift.Planned ?? drift.Now)!.SourceId.ShouldBe(participant);
        var texts = new TextCatalog([WebinarTexts.Source]);
        texts.Write(drift.Describe(), CultureInfo.InvariantCulture).ShouldContain(participant);
        texts.Write(drift.Describe(), CultureInfo.GetCultureInfo("fr")).ShouldContain(participant);
        if (drift.Describe()["record"] is { } record)
        {
            record.AsText().ShouldStartWith("003");
        }
    }

    [Fact]
    public async Task Compare_ParticipantMovedFurtherThanTheWindow_IsReportedAndNotLost()
    {
        RowStamp[] planned = [.. Enumerable.Range(1, 50).Select(Stamp)];
        RowStamp[] moved = [.. planned[20..], .. planned[..20]];

        (await CompareAsync(planned, moved, window: 60)).ShouldBeEmpty();
        var drifts = await CompareAsync(planned, moved, window: 5);
        var gone = drifts.Where(drift => drift.Kind == RowDriftKind.ParticipantGone).Select(drift => drift.Planned!.SourceId).ToList();
        gone.ShouldNotBeEmpty();
        drifts.Where(drift => drift.Kind == RowDriftKind.ParticipantAdded).Select(drift => drift.Now!.SourceId).ShouldBe(gone, ignoreOrder: true);
        drifts.Count.ShouldBe(gone.Count * 2);
        Should.Throw<ArgumentOutOfRangeException>(() => DriftCheck.CompareAsync(Stream(planned), Stream(moved), 0)).ParamName.ShouldBe("window");
    }

    [Fact]
    public async Task Compare_RowsWithoutId_MeetByTheirNumber()
    {
        RowStamp[] planned = [Stamp(1) with { SourceId = "" }, Stamp(2) with { SourceId = "" }];

        (await CompareAsync(planned, planned)).ShouldBeEmpty();
        (await CompareAsync(planned, [planned[0], planned[1] with { Values = 9 }])).ShouldHaveSingleItem().Kind.ShouldBe(RowDriftKind.ValuesChanged);
    }

    [Fact]
    public async Task Compare_RowWithoutId_IsNamedByItsNumber_AndTakenForNobodyElse()
    {
        RowStamp[] planned = [Stamp(1) with { SourceId = "2" }, Stamp(2) with { SourceId = "" }];

        (await CompareAsync(planned, [planned[1], planned[0]])).ShouldBeEmpty();
        var drift = (await CompareAsync(planned, [planned[0], planned[1] with { Values = 9 }])).ShouldHaveSingleItem();
        drift.Describe()["participant"]!.Value.AsText().ShouldBe("#2");
        ParticipantName.Of("2", 7).ShouldBe("2");
    }

    private static RowStamp Stamp(int number) => new(number, $"w{number}", (UInt128)number, new(RowAction.Insert, ImportReason.New));

    private static ImportRow Renumber(ImportRow row, int index) => Row(index + 2, row.GetText(0) ?? "nobody", id: row.SourceId);

    private static async Task<(PlanFingerprint Fingerprint, RowStamp[] Stamps)> RunAsync(
        ImportRow[] rows, ExistingRecord[] records, string webinarId = "webinar", int batchSize = 200, MappingPlan? plan = null)
    {
        using var planner = new ImportPlanner(plan ?? Contact, webinarId, new FakeRecords(records));
        var plans = await PlanAsync(planner, rows, batchSize);
        return (planner.Fingerprint, [.. plans.Select(one => one.Stamp)]);
    }

    private static async Task<List<RowDrift>> CompareAsync(RowStamp[] planned, RowStamp[] now, int window = DriftCheck.DefaultWindow)
    {
        List<RowDrift> drifts = [];
        await foreach (var drift in DriftCheck.CompareAsync(Stream(planned), Stream(now), window, TestContext.Current.CancellationToken))
        {
            drifts.Add(drift);
        }

        return drifts;
    }
}
