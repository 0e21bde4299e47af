using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.Runs.ImportSamples;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// What one process keeps and another reads: all of it comes back, and whatever is damaged is noticed as that.
public sealed class ImportChunksTests
{
    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(100);

    private static readonly RowStamp[] Stamps =
    [
        new(1, "r1", UInt128.MaxValue - 7, new(RowAction.Update, ImportReason.Found), "003A", "2026-03-02T09:00:00.000Z"),
        new(uint.MaxValue, "", 0, new(RowAction.Invalid, ImportReason.Unusable)),
        new(3, "日本", (UInt128)ulong.MaxValue + 1, new(RowAction.Skip, ImportReason.Repeated)),
    ];

    private delegate object Reading(ReadOnlySpan<byte> content);

    [Fact]
    [Requirement("WBN-11")]
    public async Task Prepared_RowsOfEverySort_ComeBackAsTheyWere()
    {
        HashSet<RowIssueKind> issues = [];
        HashSet<ImportReason> reasons = [];
        foreach (var participants in Participants.ArrayOf(30).Sample(60))
        {
            var rows = await PrepareAsync(participants);
            var content = Write(output => ImportChunks.WritePrepared(rows, output));

            var read = ImportChunks.ReadPrepared(Plan, content);

            read.Length.ShouldBe(rows.Length);
            foreach (var (expected, row) in rows.Zip(read))
            {
                ShouldBeSame(row, expected);
                issues.UnionWith(row.Row.Issues.Select(static issue => issue.Kind));
                reasons.Add(row.Verdict.Reason);
            }

            Write(output => ImportChunks.WritePrepared(read, output)).ShouldBe(content);
            ImportChunks.HasResults(content).ShouldBeFalse();
            ImportChunks.HasStamps(content).ShouldBeFalse();
        }

        issues.ShouldBe(Enum.GetValues<RowIssueKind>(), ignoreOrder: true, "the samples have every issue");
        reasons.ShouldContain(ImportReason.NewForWebinar, "records beside a new one are among the samples");
        reasons.ShouldContain(ImportReason.Repeated);
        reasons.ShouldContain(ImportReason.Incomplete);
    }

    [Fact]
    [Requirement("WBN-05")]
    public async Task Prepared_NewRecordBesideOthers_NamesThem()
    {
        var rows = await PrepareAsync(["""{"email":"b@example.com","lastName":"L"}"""]);

        var read = ImportChunks.ReadPrepared(Plan, Write(output => ImportChunks.WritePrepared(rows, output))).Single();

        read.Verdict.ShouldBe(new ImportVerdict(RowAction.Insert, ImportReason.NewForWebinar));
        read.RecordsBeside.ShouldBe(["003", "004"]);
        read.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prepared_InvalidRow_SaysEverythingThatIsWrong_WithoutItsValues()
    {
        var rows = await PrepareAsync(["""{"email":"secret@example.com","lastName":"abcdefghijklmnopqrstuvwxyz","city":"#N/A"}"""]);

        var read = ImportChunks.ReadPrepared(Plan, Write(output => ImportChunks.WritePrepared(rows, output))).Single();

        read.Notes.Select(static note => note.Code).ShouldBe(["webinars.plan-unusable", "webinars.row-too-long", "webinars.row-reserved"]);
        read.ToString().ShouldNotContain("secret");
    }

    [Fact]
    [Requirement("WBN-11")]
    public void Results_OfEverySort_ComeBackAsTheyWere() =>
        Prop.ForAll(Results.ArrayOf().ToArbitrary(), static rows =>
        {
            var content = Write(output => ImportChunks.WriteResults(rows, output));

            var read = ImportChunks.ReadResults(content).ToList();

            ImportChunks.HasResults(content).ShouldBeTrue();
            read.Select(static row => row.Number).ShouldBe(rows.Select(static row => row.Number));
            foreach (var (row, expected) in read.Zip(rows))
            {
                (row.SourceId, row.Kind, row.Outcome, row.RecordId, row.KeyDigest).ShouldBe((expected.SourceId, expected.Kind, expected.Outcome, expected.RecordId, expected.KeyDigest));
                row.Notes.ShouldBe(expected.Notes);
                row.Errors.ShouldBe(expected.Errors);
                row.Memberships.ShouldBe(expected.Memberships);
                (row.IsUndone, row.MayPass).ShouldBe((expected.IsUndone, expected.MayPass));
            }

            Write(output => ImportChunks.WriteResults(read, output)).ShouldBe(content);
        }).Check(Run);

    [Fact]
    public void Results_MembershipOfWhoseErrorsNobodySpeaks_HasNone()
    {
        var result = Result(1, ImportOutcome.Created, new MembershipResult(MembershipForm.CampaignMember, MembershipAction.Keep, "00v", default));

        var read = ImportChunks.ReadResults(Write(output => ImportChunks.WriteResults([result], output))).Single();

        read.Memberships.ShouldBe(result.Memberships);
        read.AllErrors.ShouldBeEmpty();
        read.IsUndone.ShouldBeFalse();
    }

    // Number, source id, kind, outcome, record, notes, errors, memberships, digest.
    [Theory]
    [InlineData(1, 1, 114, 99, 0, 0, 0, 0, 0, 0)]
    [InlineData(1, 1, 114, 0, 99, 0, 0, 0, 0, 0)]
    [InlineData(1, 1, 114, 0, 0, 0, 1, 1, 99, 1, 1)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 1, 1, 99, 1, 109)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 0, 1, 7, 0, 0, 0, 0)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 0, 1, 0, 7, 0, 0, 0)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData(1, 1, 114, 0, 0, 0, 0, 0, 0)]
    public void ReadResults_RowThatIsNoWholeResult_ThrowsFormatException(params int[] row) =>
        Should.Throw<FormatException>(() => ImportChunks.ReadResults((byte[])[(byte)'r', 1, 1, .. row.Select(static part => (byte)part)]).ToList());

    [Fact]
    [Requirement("WBN-10")]
    public void Stamps_OfAPlan_ComeBackAsTheyWere()
    {
        var content = Write(static output => ImportChunks.WriteStamps("mapping ü", Stamps, output));

        ImportChunks.ReadStamps(content, out var mapping).ShouldBe(Stamps);

        mapping.ShouldBe("mapping ü");
        ImportChunks.HasStamps(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Read_ContentCutOffAnywhere_ThrowsFormatException()
    {
        foreach (var (content, read) in await AllAsync())
        {
            _ = read(content);
            for (var length = 0; length < content.Length; length++)
            {
                Should.Throw<FormatException>(() => read(content.AsSpan(0, length)), $"{length} of {content.Length} bytes of '{(char)content[0]}'");
            }
        }
    }

    [Fact]
    public async Task Read_ContentWithMoreBehindIt_ThrowsFormatException()
    {
        foreach (var (content, read) in await AllAsync())
        {
            Should.Throw<FormatException>(() => read([.. content, (byte)'\n']));
            Should.Throw<FormatException>(() => read([.. content, .. content]));
        }
    }

    [Fact]
    public async Task Read_ContentOfAnotherKindOrVersion_ThrowsFormatException()
    {
        var all = await AllAsync();
        foreach (var (content, read) in all)
        {
            foreach (var (other, _) in all.Where(other => other.Content[0] != content[0]))
            {
                Should.Throw<FormatException>(() => read(other));
            }

            Should.Throw<FormatException>(() => read([content[0], 2, .. content[2..]])).Message.ShouldContain("version 2");
        }
    }

    [Fact]
    public async Task Read_ContentWithBytesChanged_ThrowsNothingButFormatException()
    {
        foreach (var (content, read) in await AllAsync())
        {
            Prop.ForAll(Gen.Choose(0, (content.Length * 256) - 1).NonEmptyListOf().ToArbitrary(), changes =>
            {
                var changed = content.ToArray();
                foreach (var change in changes)
                {
                    changed[change / 256] = (byte)change;
                }

                ShouldReadOrThrowFormatException(changed, read);
            }).Check(Run.WithMaxTest(1_000));
        }
    }

    [Fact]
    public async Task Read_ForeignBytes_ThrowsNothingButFormatException()
    {
        foreach (var (content, read) in await AllAsync())
        {
            Prop.ForAll(Gen.Choose(0, 255).ArrayOf().ToArbitrary(), bytes => ShouldReadOrThrowFormatException([content[0], 1, .. bytes.Select(static one => (byte)one)], read)).Check(Run.WithMaxTest(1_000));
        }

        // More rows than there is memory for, a text longer than the content, a number of more than 64 bits.
        byte[] huge = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        Should.Throw<FormatException>(() => ImportChunks.ReadPrepared(Plan, [(byte)'p', 1, .. huge, 1]));
        Should.Throw<FormatException>(() => ImportChunks.ReadPrepared(Plan, [(byte)'p', 1, 0xFF, 0xFF, 0xFF, 0xFF, 7]));
        Should.Throw<FormatException>(() => ImportChunks.ReadStamps([(byte)'s', 1, .. huge, 0x7F], out _));
        Should.Throw<FormatException>(() => ImportChunks.ReadStamps([(byte)'s', 1, .. huge, 0xFF, 1], out _));
    }

    private static void ShouldReadOrThrowFormatException(byte[] content, Reading read)
    {
        try
        {
            _ = read(content);
        }
        catch (FormatException)
        {
            // Noticed.
        }
    }

    private static async Task<List<(byte[] Content, Reading Read)>> AllAsync()
    {
        var rows = await PrepareAsync(
        [
            """{"id":"r1","email":"b@example.com","lastName":"Müller","city":"Orléans"}""",
            """{"id":"r2","email":"a@example.com","lastName":"L"}""",
            """{"email":"B@example.com","city":{}}""",
            """{"email":" ","zipCode":"x"}""",
            "[]",
        ]);
        ImportRowResult[] results =
        [
            Result(1, ImportOutcome.Created, new MembershipResult(MembershipForm.CampaignMember, MembershipAction.Create, "00v", [])) with { RecordId = "003", KeyDigest = 7 },
            Result(2, ImportOutcome.Failed) with { Errors = [Error(true)] },
            Result(3, ImportOutcome.Repeated) with { Notes = [new("webinars.plan-repeated", ["1"])] },
        ];
        return
        [
            (Write(output => ImportChunks.WritePrepared(rows, output)), static content => ImportChunks.ReadPrepared(Plan, content)),
            (Write(output => ImportChunks.WriteResults(results, output)), static content => ImportCounts.Of([.. ImportChunks.ReadResults(content.ToArray())])),
            (Write(static output => ImportChunks.WriteStamps("m", Stamps, output)), static content => ImportChunks.ReadStamps(content, out _)),
        ];
    }

    private static void ShouldBeSame(PreparedRow row, PreparedRow expected)
    {
        (row.Row.Number, row.Row.SourceId, row.Kind, row.Verdict, row.RecordId).ShouldBe((expected.Row.Number, expected.Row.SourceId, expected.Kind, expected.Verdict, expected.RecordId));
        row.Row.Issues.ShouldBe(expected.Row.Issues);
        row.Row.KeyDigest.ShouldBe(expected.Row.KeyDigest);
        Encoding.UTF8.GetString(row.Row.Key).ShouldBe(Encoding.UTF8.GetString(expected.Row.Key));
        Texts(row).ShouldBe(Texts(expected));
        row.RecordsBeside.ShouldBe(expected.RecordsBeside);
        row.Writes.ShouldBe(expected.Writes);
        row.Notes.ShouldBe(expected.Notes);
        row.ToString().ShouldBe(expected.ToString());

        static ImmutableArray<string?> Texts(PreparedRow row) => [.. Enumerable.Range(0, Plan.Columns.Length).Select(row.Row.GetText)];
    }
}
