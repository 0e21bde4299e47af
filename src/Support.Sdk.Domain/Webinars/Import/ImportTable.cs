using System.Collections.Immutable;
using System.Diagnostics;

namespace Support.Sdk.Webinars;

/// <summary>What an import does with a row: both insert modes as one table (WBN-05). The page <c>docs/machines/webinar-import.md</c> is generated from it.</summary>
/// <remarks>
/// Pure and thread-safe. <em>Imported for the same webinar</em> is a property of a record that is there with the row's key: one that was imported and deleted since
/// counts as not there, and the participant is inserted again.
/// </remarks>
public static class ImportTable
{
    private static readonly int States = Enum.GetValues<RowState>().Length;
    private static readonly int Matches = Enum.GetValues<KeyMatch>().Length;

    /// <summary>Every cell: mode by mode, state by state, match by match.</summary>
    public static ImmutableArray<ImportCell> Cells { get; } =
    [
        .. from mode in Enum.GetValues<InsertMode>()
           from row in Enum.GetValues<RowState>()
           from match in Enum.GetValues<KeyMatch>()
           select Cell(mode, row, match),
    ];

    /// <summary>Decides over a row.</summary>
    /// <param name="facts">All that the decision depends on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="facts"/> is none of its named values.</exception>
    public static ImportVerdict Decide(in ImportFacts facts)
    {
        var cell = Find(facts.Mode, facts.Row, facts.Match);
        return facts.IsKeyEnforced && cell.KeyEnforced is { } enforced ? enforced
            : !facts.WouldChange && cell.Unchanged is { } unchanged ? unchanged
            : cell.Verdict;
    }

    /// <summary>The cell of a row.</summary>
    /// <param name="mode">The insert mode.</param>
    /// <param name="row">What the row is good for.</param>
    /// <param name="match">Which records have the row's key.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is none of its named values.</exception>
    public static ImportCell Find(InsertMode mode, RowState row, KeyMatch match)
    {
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Use one of the named modes.");
        }

        if ((uint)row >= (uint)States)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, "Use one of the named states.");
        }

        if ((uint)match >= (uint)Matches)
        {
            throw new ArgumentOutOfRangeException(nameof(match), match, "Use one of the named matches.");
        }

        return Cells[(((int)mode * States) + (int)row) * Matches + (int)match];
    }

    private static ImportCell Cell(InsertMode mode, RowState row, KeyMatch match) => row switch
    {
        RowState.Repeated => new(mode, row, match, new(RowAction.Skip, ImportReason.Repeated)),
        RowState.Unusable => new(mode, row, match, new(RowAction.Invalid, ImportReason.Unusable)),
        _ => mode == InsertMode.Upsert ? UpsertCell(row, match) : InsertNewCell(row, match),
    };

    private static ImportCell UpsertCell(RowState row, KeyMatch match) => match switch
    {
        KeyMatch.None => Insert(InsertMode.Upsert, row, match, ImportReason.New),
        KeyMatch.One or KeyMatch.OneForWebinar => Update(InsertMode.Upsert, row, match, ImportReason.Found),
        KeyMatch.Several or KeyMatch.SeveralWithOneForWebinar or KeyMatch.SeveralForWebinar =>
            new(InsertMode.Upsert, row, match, new(RowAction.Conflict, ImportReason.Several)),
        _ => throw new UnreachableException($"The match {match} has no cell."),
    };

    private static ImportCell InsertNewCell(RowState row, KeyMatch match) => match switch
    {
        KeyMatch.None => Insert(InsertMode.InsertNewForEachWebinar, row, match, ImportReason.New),
        KeyMatch.One or KeyMatch.Several => Insert(InsertMode.InsertNewForEachWebinar, row, match, ImportReason.NewForWebinar) is var cell
            && cell.Verdict.Action == RowAction.Insert ? cell with { KeyEnforced = new(RowAction.Conflict, ImportReason.KeyTaken) } : cell,
        KeyMatch.OneForWebinar or KeyMatch.SeveralWithOneForWebinar => Update(InsertMode.InsertNewForEachWebinar, row, match, ImportReason.FoundForWebinar),
        KeyMatch.SeveralForWebinar => new(InsertMode.InsertNewForEachWebinar, row, match, new(RowAction.Conflict, ImportReason.SeveralForWebinar)),
        _ => throw new UnreachableException($"The match {match} has no cell."),
    };

    private static ImportCell Insert(InsertMode mode, RowState row, KeyMatch match, ImportReason reason) => new(mode, row, match, row == RowState.Complete
        ? new(RowAction.Insert, reason)
        : new(RowAction.Invalid, ImportReason.Incomplete));

    private static ImportCell Update(InsertMode mode, RowState row, KeyMatch match, ImportReason reason) =>
        new(mode, row, match, new(RowAction.Update, reason)) { Unchanged = new(RowAction.Skip, ImportReason.Unchanged) };
}
