using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A planned row that an import is about to write, with all that another process needs to finish it.</summary>
/// <remarks>Immutable and thread-safe. Holds personal data: <see cref="ToString"/> names none of it.</remarks>
public sealed class PreparedRow
{
    private PreparedRow(
        ImportRow row, ParticipantKind kind, ImportVerdict verdict, string? recordId, ImmutableArray<string> recordsBeside, ImmutableArray<bool> writes, ImmutableArray<ImportNote> notes)
    {
        Row = row;
        Kind = kind;
        Verdict = verdict;
        RecordId = recordId;
        RecordsBeside = recordsBeside;
        Writes = writes;
        Notes = notes;
    }

    /// <summary>The row.</summary>
    public ImportRow Row { get; }

    /// <summary>As what the participant belongs to the webinar.</summary>
    public ParticipantKind Kind { get; }

    /// <summary>What is to be done, and why.</summary>
    public ImportVerdict Verdict { get; }

    /// <summary>The record that is to be changed, or needs no change; <see langword="null"/> for every other verdict.</summary>
    public string? RecordId { get; }

    /// <summary>The records that had the row's key when it was planned, where a new one is to be made beside them; otherwise empty.</summary>
    public ImmutableArray<string> RecordsBeside { get; }

    /// <summary>Which columns are to be written, one flag for each.</summary>
    public ImmutableArray<bool> Writes { get; }

    /// <summary>Why nothing is to be written; empty where something is.</summary>
    public ImmutableArray<ImportNote> Notes { get; }

    /// <summary>Keeps of a plan what writing it needs.</summary>
    /// <param name="plan">The row's plan.</param>
    /// <param name="kind">As what the participant belongs to the webinar.</param>
    public static PreparedRow Of(RowPlan plan, ParticipantKind kind)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ImmutableArray<ImportNote> notes = plan.Action is RowAction.Insert or RowAction.Update || plan.Verdict.Reason == ImportReason.Unchanged
            ? []
            : [ImportNote.Of(plan.Describe()), .. plan.Action == RowAction.Invalid ? plan.DescribeIssues().Select(ImportNote.Of) : []];
        return new(plan.Row, kind, plan.Verdict, plan.Record?.Id, plan.RecordsBeside, plan.Writes, notes);
    }

    /// <summary>The row, for logs.</summary>
    public override string ToString() => $"{Row}: {Verdict}";

    internal void Write(ByteWriter writer)
    {
        Row.Write(writer);
        writer.Number((ulong)Kind);
        writer.Number((ulong)Verdict.Action);
        writer.Number((ulong)Verdict.Reason);
        writer.Text(RecordId);
        writer.Texts(RecordsBeside);

        writer.Number((ulong)Notes.Length);
        foreach (var note in Notes)
        {
            note.Write(writer);
        }

        writer.Number((ulong)Writes.Length);
        foreach (var write in Writes)
        {
            writer.Number(write ? 1UL : 0UL);
        }
    }

    internal static PreparedRow Read(MappingPlan plan, ref ByteReader reader)
    {
        var row = ImportRow.Read(plan, ref reader);
        var (kind, verdict, record, beside, notes, writes) = ReadRest(ref reader);
        return writes.Length == plan.Columns.Length ? new(row, kind, verdict, record, beside, writes, notes) : throw new FormatException("The content holds no row of this mapping.");
    }

    // The result of a row of which nobody will learn whether it was written; of the others, what was decided.
    internal static ImportRowResult ReadAbandoned(RecordError error, ref ByteReader reader)
    {
        var (number, sourceId) = ImportRow.ReadIdentity(ref reader);
        var (kind, verdict, record, _, notes, _) = ReadRest(ref reader);
        var isWritten = verdict.Action is RowAction.Insert or RowAction.Update;
        return new()
        {
            Number = number,
            SourceId = sourceId,
            Kind = kind,
            Outcome = isWritten ? ImportOutcome.Failed : ImportRowResult.OutcomeOf(verdict),
            RecordId = record,
            Notes = notes,
            Errors = isWritten ? [error] : [],
        };
    }

    private static (ParticipantKind Kind, ImportVerdict Verdict, string? Record, ImmutableArray<string> Beside, ImmutableArray<ImportNote> Notes, ImmutableArray<bool> Writes) ReadRest(
        ref ByteReader reader)
    {
        var kind = reader.Choice<ParticipantKind>();
        var verdict = new ImportVerdict(reader.Choice<RowAction>(), reader.Choice<ImportReason>());
        var record = reader.TextOrNull();
        var beside = reader.Texts();
        var notes = ImmutableArray.CreateBuilder<ImportNote>();
        for (var count = reader.Count(); count > 0; count--)
        {
            notes.Add(ImportNote.Read(ref reader));
        }

        var writes = ImmutableArray.CreateBuilder<bool>();
        for (var count = reader.Count(); count > 0; count--)
        {
            writes.Add(reader.Number() != 0);
        }

        return (kind, verdict, record, beside, notes.ToImmutable(), writes.ToImmutable());
    }
}
