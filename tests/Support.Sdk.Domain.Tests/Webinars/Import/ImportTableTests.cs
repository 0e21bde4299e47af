using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Webinars.ImportReason;
using static Support.Sdk.Webinars.RowAction;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class ImportTableTests
{
    private const InsertMode Upsert = InsertMode.Upsert;
    private const InsertMode InsertNew = InsertMode.InsertNewForEachWebinar;

    // Written down from the source, cell by cell: verdict; where nothing would change; where Salesforce keeps the key unique.
    public static TheoryData<InsertMode, RowState, KeyMatch, (RowAction, ImportReason), (RowAction, ImportReason), (RowAction, ImportReason)> Cells { get; } = Build(
    [
        (Upsert, RowState.Complete, KeyMatch.None, (Insert, New), (Insert, New), (Insert, New)),
        (Upsert, RowState.Complete, KeyMatch.One, (Update, Found), (Skip, Unchanged), (Update, Found)),
        (Upsert, RowState.Complete, KeyMatch.OneForWebinar, (Update, Found), (Skip, Unchanged), (Update, Found)),
        (Upsert, RowState.Complete, KeyMatch.Several, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (Upsert, RowState.Complete, KeyMatch.SeveralWithOneForWebinar, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (Upsert, RowState.Complete, KeyMatch.SeveralForWebinar, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (Upsert, RowState.UpdateOnly, KeyMatch.None, (Invalid, Incomplete), (Invalid, Incomplete), (Invalid, Incomplete)),
        (Upsert, RowState.UpdateOnly, KeyMatch.One, (Update, Found), (Skip, Unchanged), (Update, Found)),
        (Upsert, RowState.UpdateOnly, KeyMatch.OneForWebinar, (Update, Found), (Skip, Unchanged), (Update, Found)),
        (Upsert, RowState.UpdateOnly, KeyMatch.Several, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (Upsert, RowState.UpdateOnly, KeyMatch.SeveralWithOneForWebinar, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (Upsert, RowState.UpdateOnly, KeyMatch.SeveralForWebinar, (Conflict, Several), (Conflict, Several), (Conflict, Several)),
        (InsertNew, RowState.Complete, KeyMatch.None, (Insert, New), (Insert, New), (Insert, New)),
        (InsertNew, RowState.Complete, KeyMatch.One, (Insert, NewForWebinar), (Insert, NewForWebinar), (Conflict, KeyTaken)),
        (InsertNew, RowState.Complete, KeyMatch.OneForWebinar, (Update, FoundForWebinar), (Skip, Unchanged), (Update, FoundForWebinar)),
        (InsertNew, RowState.Complete, KeyMatch.Several, (Insert, NewForWebinar), (Insert, NewForWebinar), (Conflict, KeyTaken)),
        (InsertNew, RowState.Complete, KeyMatch.SeveralWithOneForWebinar, (Update, FoundForWebinar), (Skip, Unchanged), (Update, FoundForWebinar)),
        (InsertNew, RowState.Complete, KeyMatch.SeveralForWebinar, (Conflict, SeveralForWebinar), (Conflict, SeveralForWebinar), (Conflict, SeveralForWebinar)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.None, (Invalid, Incomplete), (Invalid, Incomplete), (Invalid, Incomplete)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.One, (Invalid, Incomplete), (Invalid, Incomplete), (Invalid, Incomplete)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.OneForWebinar, (Update, FoundForWebinar), (Skip, Unchanged), (Update, FoundForWebinar)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.Several, (Invalid, Incomplete), (Invalid, Incomplete), (Invalid, Incomplete)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.SeveralWithOneForWebinar, (Update, FoundForWebinar), (Skip, Unchanged), (Update, FoundForWebinar)),
        (InsertNew, RowState.UpdateOnly, KeyMatch.SeveralForWebinar, (Conflict, SeveralForWebinar), (Conflict, SeveralForWebinar), (Conflict, SeveralForWebinar)),
    ]);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_EachCell_DoesWhatTheSourceSays(
        InsertMode mode, RowState row, KeyMatch match, (RowAction, ImportReason) verdict, (RowAction, ImportReason) unchanged, (RowAction, ImportReason) enforced)
    {
        Decide(mode, row, match).ShouldBe(verdict);
        Decide(mode, row, match, wouldChange: false).ShouldBe(unchanged);
        Decide(mode, row, match, isKeyEnforced: true).ShouldBe(enforced);
    }

    [Fact]
    public void Cells_OfTheTestAndOfTheTable_AreTheSame()
    {
        var expected = Cells.Select(cell => (cell.Data.Item1, cell.Data.Item2, cell.Data.Item3));

        ImportTable.Cells.Where(cell => cell.Row is RowState.Complete or RowState.UpdateOnly).Select(cell => (cell.Mode, cell.Row, cell.Match)).ShouldBe(expected, ignoreOrder: true);
        ImportTable.Cells.Length.ShouldBe(48);
    }

    [Fact]
    public void Decide_RowsThatDoNotCount_WriteNothingWhateverIsFound()
    {
        var facts = from mode in Enum.GetValues<InsertMode>()
                    from match in Enum.GetValues<KeyMatch>()
                    from wouldChange in new[] { true, false }
                    from isKeyEnforced in new[] { true, false }
                    select (mode, match, wouldChange, isKeyEnforced);
        foreach (var (mode, match, wouldChange, isKeyEnforced) in facts)
        {
            Decide(mode, RowState.Unusable, match, wouldChange, isKeyEnforced).ShouldBe((Invalid, Unusable));
            Decide(mode, RowState.Repeated, match, wouldChange, isKeyEnforced).ShouldBe((Skip, Repeated));
        }
    }

    [Fact]
    public void Find_EachCell_IsTheOneThatWasAskedFor()
    {
        foreach (var cell in ImportTable.Cells)
        {
            ImportTable.Find(cell.Mode, cell.Row, cell.Match).ShouldBeSameAs(cell);
        }
    }

    [Fact]
    public void Find_UnknownMember_NamesTheArgument()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ImportTable.Find((InsertMode)9, default, default)).ParamName.ShouldBe("mode");
        Should.Throw<ArgumentOutOfRangeException>(() => ImportTable.Find(default, (RowState)9, default)).ParamName.ShouldBe("row");
        Should.Throw<ArgumentOutOfRangeException>(() => ImportTable.Find(default, default, (KeyMatch)(-1))).ParamName.ShouldBe("match");
    }

    [Fact]
    public void Reasons_OfTheTable_AreAllThatThereAre()
    {
        var used = ImportTable.Cells.SelectMany(cell => new[] { cell.Verdict, cell.Unchanged, cell.KeyEnforced }).OfType<ImportVerdict>().Select(verdict => verdict.Reason).ToHashSet();

        used.ShouldBe(Enum.GetValues<ImportReason>(), ignoreOrder: true);
        Enum.GetValues<ImportReason>().Select(reason => ImportRefusals.Of(reason).Code).ShouldBeUnique();
        Should.Throw<ArgumentOutOfRangeException>(() => ImportRefusals.Of((ImportReason)99));
    }

    [Theory]
    [InlineData(Insert, New, true)]
    [InlineData(Update, Found, true)]
    [InlineData(Skip, Unchanged, true)]
    [InlineData(Skip, Repeated, false)]
    [InlineData(Conflict, Several, false)]
    [InlineData(Invalid, Unusable, false)]
    public void HasRecord_OfVerdict_IsTrueWhereThePersonIsImported(RowAction action, ImportReason reason, bool expected) =>
        new ImportVerdict(action, reason).HasRecord.ShouldBe(expected);

    private static (RowAction, ImportReason) Decide(InsertMode mode, RowState row, KeyMatch match, bool wouldChange = true, bool isKeyEnforced = false)
    {
        var verdict = ImportTable.Decide(new ImportFacts(mode, row, match, wouldChange, isKeyEnforced));
        return (verdict.Action, verdict.Reason);
    }

    private static TheoryData<InsertMode, RowState, KeyMatch, (RowAction, ImportReason), (RowAction, ImportReason), (RowAction, ImportReason)> Build(
        (InsertMode, RowState, KeyMatch, (RowAction, ImportReason), (RowAction, ImportReason), (RowAction, ImportReason))[] cells) => [.. cells];
}
