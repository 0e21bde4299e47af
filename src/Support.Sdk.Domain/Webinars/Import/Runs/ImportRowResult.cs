using System.Collections.Immutable;
using System.Globalization;

namespace Support.Sdk.Webinars;

/// <summary>What became of one row of an import (WBN-11): names the row, the participant, every error with the system's own code, and whether a retry could help.</summary>
/// <remarks>Immutable and thread-safe. Error messages of the system may hold personal data.</remarks>
public sealed record ImportRowResult
{
    /// <summary>The number of the row in its import, from 1: the place at which the participant was read.</summary>
    public required long Number { get; init; }

    /// <summary>Webex' id of the participant; empty when there is none.</summary>
    public required string SourceId { get; init; }

    /// <summary>As what the participant belongs to the webinar.</summary>
    public ParticipantKind Kind { get; init; }

    /// <summary>What became of the row.</summary>
    public ImportOutcome Outcome { get; init; }

    /// <summary>The record; <see langword="null"/> when the participant has none by this row.</summary>
    public string? RecordId { get; init; }

    /// <summary>Why nothing was written, as far as the import decided it; empty where it was written, or was tried.</summary>
    public ImmutableArray<ImportNote> Notes { get; init; } = [];

    /// <summary>Everything for which the system refused the record; empty when it did not.</summary>
    public ImmutableArray<RecordError> Errors { get; init; } = [];

    /// <summary>What became of the memberships; empty where the mapping links to no campaign.</summary>
    public ImmutableArray<MembershipResult> Memberships { get; init; } = [];

    /// <summary>A digest of the primary key, by which a later run knows that the row stands for a person; <see langword="null"/> where it stands for nobody.</summary>
    public UInt128? KeyDigest { get; init; }

    /// <summary>Whether the row left something undone: no record, or a membership that was to be made or changed.</summary>
    public bool IsUndone => Outcome is ImportOutcome.Failed or ImportOutcome.Conflict or ImportOutcome.Invalid || Memberships.Any(static membership => !membership.IsDone);

    /// <summary>Whether running the row again could help although nothing is corrected: something is undone, and every error may pass.</summary>
    public bool MayPass => IsUndone && Outcome is not (ImportOutcome.Conflict or ImportOutcome.Invalid) && AllErrors.Any() && AllErrors.All(static error => error.MayPass);

    /// <summary>The row that stands for the same person, where this one repeats it; otherwise <see langword="null"/>.</summary>
    public long? RepeatsRow => Outcome == ImportOutcome.Repeated && Notes is [{ Values: [var number, ..] }, ..] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>The errors of the record and of its memberships.</summary>
    public IEnumerable<RecordError> AllErrors => Errors.Concat(Memberships.SelectMany(static membership => membership.Errors));

    /// <summary>What a row comes to when everything that was decided of it is done.</summary>
    /// <param name="row">The planned row.</param>
    public static ImportRowResult Of(PreparedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Number = row.Row.Number,
            SourceId = row.Row.SourceId,
            Kind = row.Kind,
            RecordId = row.RecordId,
            Notes = row.Notes,
            KeyDigest = row.Verdict.HasRecord ? row.Row.KeyDigest : null,
            Outcome = OutcomeOf(row.Verdict),
        };
    }

    /// <summary>Number, source id and outcome, for logs.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Number} ({SourceId}): {Outcome}");

    internal static ImportOutcome OutcomeOf(ImportVerdict verdict) => verdict switch
    {
        { Action: RowAction.Insert } => ImportOutcome.Created,
        { Action: RowAction.Update } => ImportOutcome.Updated,
        { Action: RowAction.Conflict } => ImportOutcome.Conflict,
        { Action: RowAction.Invalid } => ImportOutcome.Invalid,
        { Reason: ImportReason.Repeated } => ImportOutcome.Repeated,
        _ => ImportOutcome.Unchanged,
    };

    internal void Write(ByteWriter writer)
    {
        writer.Number((ulong)Number);
        writer.Text(SourceId);
        writer.Number((ulong)Kind);
        writer.Number((ulong)Outcome);
        writer.Text(RecordId);
        writer.Number((ulong)Notes.Length);
        foreach (var note in Notes)
        {
            note.Write(writer);
        }

        RecordError.WriteAll(Errors, writer);
        writer.Number((ulong)Memberships.Length);
        foreach (var membership in Memberships)
        {
            membership.Write(writer);
        }

        writer.Digest(KeyDigest);
    }

    internal static ImportRowResult Read(ref ByteReader reader)
    {
        var (number, sourceId) = ((long)reader.Number(), reader.Text());
        var (kind, outcome, recordId) = (reader.Choice<ParticipantKind>(), reader.Choice<ImportOutcome>(), reader.TextOrNull());
        var notes = ImmutableArray.CreateBuilder<ImportNote>();
        for (var count = reader.Count(); count > 0; count--)
        {
            notes.Add(ImportNote.Read(ref reader));
        }

        var errors = RecordError.ReadAll(ref reader);
        var memberships = ImmutableArray.CreateBuilder<MembershipResult>();
        for (var count = reader.Count(); count > 0; count--)
        {
            memberships.Add(MembershipResult.Read(ref reader));
        }

        return new()
        {
            Number = number,
            SourceId = sourceId,
            Kind = kind,
            Outcome = outcome,
            RecordId = recordId,
            Notes = notes.ToImmutable(),
            Errors = errors,
            Memberships = memberships.ToImmutable(),
            KeyDigest = reader.Digest(),
        };
    }
}
