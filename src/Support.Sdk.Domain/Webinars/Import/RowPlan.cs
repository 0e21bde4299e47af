using System.Collections.Immutable;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>What an import would do with one row, and why (WBN-10).</summary>
/// <remarks>Immutable and thread-safe. Holds personal data: <see cref="ToString"/> names none of it.</remarks>
public sealed class RowPlan
{
    private readonly KeyFindings? _findings;

    internal RowPlan(ImportRow row, ImportVerdict verdict, ImmutableArray<bool> writes, KeyFindings? findings, long repeats)
    {
        Row = row;
        Verdict = verdict;
        Writes = writes;
        RepeatsRow = repeats == 0 ? null : repeats;
        _findings = findings;
    }

    /// <summary>The row.</summary>
    public ImportRow Row { get; }

    /// <summary>What would be done, and why.</summary>
    public ImportVerdict Verdict { get; }

    /// <summary>What would be done.</summary>
    public RowAction Action => Verdict.Action;

    /// <summary>The record that would be changed, or that needs no change; <see langword="null"/> for every other verdict.</summary>
    public ExistingRecord? Record => Verdict.Action == RowAction.Update || Verdict.Reason == ImportReason.Unchanged ? _findings?.Candidate : null;

    /// <summary>How many records have the row's key.</summary>
    public long Matches => _findings?.Count ?? 0;

    /// <summary>The ids of some records that have the row's key, <see cref="MaximumExamples"/> at most.</summary>
    public ImmutableArray<string> MatchExamples => _findings?.Examples ?? [];

    /// <summary>How many records <see cref="MatchExamples"/> names at most.</summary>
    public const int MaximumExamples = 5;

    /// <summary>All records that have the row's key, where a new one is to be made beside them; otherwise empty.</summary>
    public ImmutableArray<string> RecordsBeside => Verdict.Reason == ImportReason.NewForWebinar ? _findings?.Ids ?? [] : [];

    /// <summary>The number of the row that stands for the same person, where the verdict is <see cref="ImportReason.Repeated"/>.</summary>
    public long? RepeatsRow { get; }

    /// <summary>Which columns would be written, one flag for each, for <see cref="ImportRow.WriteCsv"/>; all false where nothing would be.</summary>
    public ImmutableArray<bool> Writes { get; }

    /// <summary>What a later run is compared with.</summary>
    public RowStamp Stamp => field ??= new(Row.Number, Row.SourceId, Row.Digest(), Verdict, Record?.Id, Record?.Version);

    /// <summary>The values that would change, in the order of the columns; empty where nothing would be written.</summary>
    public ImmutableArray<FieldChange> GetChanges()
    {
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        for (var i = 0; i < Writes.Length; i++)
        {
            if (Writes[i])
            {
                changes.Add(new(Row.Plan.Columns[i].Field, KeyFindings.ValueOf(Record, i), Row.GetText(i)!));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Says for people what would be done and why, in <see cref="WebinarTexts"/>.</summary>
    public Refusal Describe()
    {
        var code = ImportRefusals.Of(Verdict.Reason);
        return Verdict.Reason switch
        {
            ImportReason.New => code.Refuse(),
            ImportReason.NewForWebinar => code.Refuse(Matches),
            ImportReason.Repeated => code.Refuse(RepeatsRow ?? 0),
            ImportReason.Several => code.Refuse(Matches, string.Join(", ", MatchExamples)),
            ImportReason.SeveralForWebinar => code.Refuse(_findings?.ImportedCount ?? 0, string.Join(", ", _findings?.ImportedExamples ?? [])),
            ImportReason.KeyTaken => code.Refuse(string.Join(", ", MatchExamples)),
            ImportReason.Incomplete => code.Refuse(string.Join(", ", Row.Issues.Select(issue => Row.Plan.Columns[issue.Column].Field.Label))),
            ImportReason.Unusable => code.Refuse((long)Row.Issues.Length),
            _ => code.Refuse(Record?.Id ?? ""),
        };
    }

    /// <summary>Says for people what is wrong with the participant's values, each by itself (<see cref="RowRefusals"/>).</summary>
    public ImmutableArray<Refusal> DescribeIssues() => [.. Row.Issues.Select(issue => MappingIssues.Describe(Row.Plan, issue))];

    /// <summary>Number, source id and verdict, for logs.</summary>
    public override string ToString() => $"{Row}: {Verdict}";
}
