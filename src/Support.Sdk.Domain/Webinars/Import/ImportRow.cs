using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Runtime.InteropServices;

namespace Support.Sdk.Webinars;

/// <summary>One mapped participant as a row of an import: what a <see cref="MappedRow"/> had, kept while the row's batch is planned and written.</summary>
/// <remarks>Immutable and thread-safe; a few hundred bytes. Holds personal data: <see cref="ToString"/> names none of it.</remarks>
public sealed class ImportRow
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    private ImportRow(MappingPlan plan, long number, byte[] bytes, int[] ends, ImmutableArray<RowIssue> issues)
    {
        Plan = plan;
        Number = number;
        Issues = issues;
        _bytes = bytes;
        _ends = ends;
        KeyDigest = SeenKeys.DigestOf(Key);
    }

    /// <summary>The plan.</summary>
    public MappingPlan Plan { get; }

    /// <summary>The number of the row in its import, from 1 to 4,294,967,295.</summary>
    public long Number { get; }

    /// <summary>Webex' id of the participant; empty when there is none.</summary>
    public string SourceId => Encoding.UTF8.GetString(At(_ends.Length - 1));

    /// <summary>What is wrong; empty when nothing is.</summary>
    public ImmutableArray<RowIssue> Issues { get; }

    /// <summary>Whether a new record can be made.</summary>
    public bool CanInsert => Issues.IsEmpty;

    /// <summary>Whether an existing record can be updated.</summary>
    public bool CanUpdate => Issues.All(issue => issue.ConcernsInsertOnly);

    /// <summary>The primary key in the form in which keys are compared (<see cref="MappingKey"/>), in UTF-8; empty when there is none.</summary>
    public ReadOnlySpan<byte> Key => At(_ends.Length - 2);

    /// <summary>The value of a column, in UTF-8; empty when there is none.</summary>
    /// <param name="column">The index in <see cref="MappingPlan.Columns"/>.</param>
    public ReadOnlySpan<byte> this[int column] => At(column);

    /// <summary>128 bits of SHA-256 over <see cref="Key"/>: tells keys apart without holding them.</summary>
    public UInt128 KeyDigest { get; }

    /// <summary>Keeps what a row has read.</summary>
    /// <param name="row">The row; may read the next participant afterwards.</param>
    /// <param name="number">The number of the row in its import, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1 or more than 4,294,967,295.</exception>
    public static ImportRow Of(MappedRow row, long number)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, uint.MaxValue);
        var columns = row.Plan.Columns.Length;
        var key = row.GetNormalizedKey();
        var ends = new int[columns + 2];
        var length = 0;
        for (var i = 0; i < columns; i++)
        {
            ends[i] = length += row[i].Length;
        }

        ends[columns] = length += key.Length;
        ends[columns + 1] = length += row.ParticipantId.Length;
        var bytes = new byte[length];
        for (var i = 0; i < columns; i++)
        {
            row[i].CopyTo(bytes.AsSpan(ends[i] - row[i].Length));
        }

        key.CopyTo(bytes.AsSpan(ends[columns] - key.Length));
        row.ParticipantId.CopyTo(bytes.AsSpan(length - row.ParticipantId.Length));
        return new ImportRow(row.Plan, number, bytes, ends, [.. row.Issues]);
    }

    /// <summary>The value of a column as a string, or <see langword="null"/> when there is none.</summary>
    /// <param name="column">The index in <see cref="MappingPlan.Columns"/>.</param>
    public string? GetText(int column) => this[column] is { IsEmpty: false } value ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Writes the row as CSV, with <c>\n</c> at its end; the same bytes as <see cref="MappedRow.WriteCsv"/>.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="include">Which columns have a value, one flag for each; every column when empty.</param>
    /// <exception cref="ArgumentException"><paramref name="include"/> has neither no flag nor one for each column.</exception>
    public void WriteCsv(IBufferWriter<byte> output, ReadOnlySpan<bool> include = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        CheckInclude(include);
        var columns = Plan.Columns.Length;
        var target = output.GetSpan((_bytes.Length * 2) + (columns * 3) + 1);
        var length = 0;
        for (var i = 0; i < columns; i++)
        {
            if (i > 0)
            {
                target[length++] = (byte)',';
            }

            if (include.IsEmpty || include[i])
            {
                length += CsvText.Write(this[i], target[length..]);
            }
        }

        target[length++] = (byte)'\n';
        output.Advance(length);
    }

    /// <summary>Writes the row as a JSON object without white space; the same bytes as <see cref="MappedRow.WriteJson"/>. A field without a value is left out.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="include">Which columns are written, one flag for each; every column when empty.</param>
    /// <param name="recordId">The record's id, to stand in front as <c>Id</c>; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException"><paramref name="include"/> has neither no flag nor one for each column.</exception>
    public void WriteJson(IBufferWriter<byte> output, ReadOnlySpan<bool> include = default, string? recordId = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        CheckInclude(include);
        var isFirst = recordId is null;
        output.Write("{"u8);
        if (recordId is not null)
        {
            output.Write("\"Id\":"u8);
            var id = Encoding.UTF8.GetBytes(recordId);
            output.Advance(JsonText.Quote(id, output.GetSpan((id.Length * 6) + 2)));
        }

        for (var i = 0; i < Plan.Columns.Length; i++)
        {
            var value = this[i];
            if (value.IsEmpty || !(include.IsEmpty || include[i]))
            {
                continue;
            }

            output.Write(isFirst ? [] : ","u8);
            isFirst = false;
            var column = Plan.Compiled[i];
            output.Write(column.JsonName);
            if (column.IsBare)
            {
                output.Write(value);
            }
            else
            {
                output.Advance(JsonText.Quote(value, output.GetSpan((value.Length * 6) + 2)));
            }
        }

        output.Write("}"u8);
    }

    /// <summary>Number and source id, for logs.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Number} ({SourceId})");

    // 128 bits of SHA-256 over values and issues: as good as the values for telling whether they are the same.
    internal UInt128 Digest()
    {
        var columns = Plan.Columns.Length;
        var values = _ends[columns - 1];
        var length = (columns * sizeof(int)) + values + (Issues.Length * 3);
        var rented = length > 1024 ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> content = rented ?? stackalloc byte[1024];
        MemoryMarshal.AsBytes(_ends.AsSpan(0, columns)).CopyTo(content);
        var at = columns * sizeof(int);
        _bytes.AsSpan(0, values).CopyTo(content[at..]);
        at += values;
        foreach (var issue in Issues)
        {
            content[at++] = (byte)issue.Kind;
            content[at++] = (byte)(issue.Column >> 8);
            content[at++] = (byte)issue.Column;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(content[..length], digest);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    // What a later process needs in order to have the same row.
    internal void Write(ByteWriter writer)
    {
        writer.Number((ulong)Number);
        writer.Number((ulong)Issues.Length);
        foreach (var issue in Issues)
        {
            writer.Number((ulong)issue.Kind);
            writer.Number((ulong)(issue.Column + 1));
        }

        writer.Number((ulong)_ends.Length);
        foreach (var end in _ends)
        {
            writer.Number((ulong)end);
        }

        writer.Bytes(_bytes);
    }

    internal static ImportRow Read(MappingPlan plan, ref ByteReader reader)
    {
        var bytes = ReadParts(ref reader, out var number, out var issues, out var ends);
        return ends.Length == plan.Columns.Length + 2 && issues.All(issue => issue.Column < plan.Columns.Length)
            ? new ImportRow(plan, number, bytes.ToArray(), ends, issues)
            : throw NoRow();
    }

    // What can be told of a row although its mapping cannot be compiled any more.
    internal static (long Number, string SourceId) ReadIdentity(ref ByteReader reader)
    {
        var bytes = ReadParts(ref reader, out var number, out _, out var ends);
        return (number, Encoding.UTF8.GetString(bytes[ends[^2]..]));
    }

    private static ReadOnlySpan<byte> ReadParts(ref ByteReader reader, out long number, out ImmutableArray<RowIssue> issues, out int[] ends)
    {
        number = (long)reader.Number();
        var isOurs = number is > 0 and <= uint.MaxValue;
        var known = ImmutableArray.CreateBuilder<RowIssue>();
        for (var count = reader.Count(); count > 0; count--)
        {
            var kind = reader.Choice<RowIssueKind>();
            var column = reader.Number();
            isOurs &= column <= int.MaxValue;
            known.Add(new(kind, (int)column - 1));
        }

        issues = known.ToImmutable();
        ends = new int[reader.Count()];
        ulong last = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var end = reader.Number();
            isOurs &= end >= last;
            ends[i] = (int)(last = end);
        }

        var bytes = reader.Bytes();
        return isOurs && ends.Length > 2 && last == (ulong)bytes.Length ? bytes : throw NoRow();
    }

    private static FormatException NoRow() => new("The content holds no row of this mapping.");

    private ReadOnlySpan<byte> At(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    private void CheckInclude(ReadOnlySpan<bool> include)
    {
        if (!include.IsEmpty && include.Length != Plan.Columns.Length)
        {
            throw new ArgumentException($"There are {Plan.Columns.Length} columns, but {include.Length} flags; give one for each column, or none.", nameof(include));
        }
    }
}
