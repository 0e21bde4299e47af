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
        SourceId = Encoding.UTF8.GetString(At(_ends.Length - 1));
    }

    /// <summary>The plan.</summary>
    public MappingPlan Plan { get; }

    /// <summary>The number of the row in its import, from 1 to 4,294,967,295.</summary>
    public long Number { get; }

    /// <summary>Webex' id of the participant; empty when there is none.</summary>
    public string SourceId { get; }

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

    /// <summary>Number and source id, for logs.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Number} ({SourceId})");

    // 128 bits of SHA-256 over values and issues: as good as the values for telling whether they are the same.
    internal UInt128 Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(_ends.AsSpan(0, Plan.Columns.Length)));
        hash.AppendData(_bytes.AsSpan(0, _ends[Plan.Columns.Length - 1]));
        foreach (var issue in Issues)
        {
            hash.AppendData([(byte)issue.Kind, (byte)(issue.Column >> 8), (byte)issue.Column]);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = hash.GetHashAndReset(digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

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
