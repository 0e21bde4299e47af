using System.Buffers;
using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>The contents of an import's chunks: rows that are about to be written, results, and the stamps of a kept plan.</summary>
/// <remarks>Pure and thread-safe. The first byte tells which; reading what is of another kind, or of a newer version, throws <see cref="FormatException"/>.</remarks>
public static class ImportChunks
{
    private const byte Prepared = (byte)'p';
    private const byte Results = (byte)'r';
    private const byte Stamps = (byte)'s';
    private const ulong Version = 1;

    /// <summary>Whether a chunk holds results, and nothing is left to be done for it.</summary>
    /// <param name="content">The content.</param>
    public static bool HasResults(ReadOnlySpan<byte> content) => content is [Results, ..];

    /// <summary>Whether a chunk holds rows that are about to be written.</summary>
    /// <param name="content">The content.</param>
    public static bool HasPrepared(ReadOnlySpan<byte> content) => content is [Prepared, ..];

    /// <summary>Whether a chunk holds the stamps of a kept plan.</summary>
    /// <param name="content">The content.</param>
    public static bool HasStamps(ReadOnlySpan<byte> content) => content is [Stamps, ..];

    /// <summary>Writes rows that are about to be written.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Receives the content.</param>
    public static void WritePrepared(IReadOnlyCollection<PreparedRow> rows, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        output.Write([Prepared]);
        var writer = new ByteWriter(output);
        writer.Number(Version);
        writer.Number((ulong)rows.Count);
        foreach (var row in rows)
        {
            row.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="WritePrepared"/> wrote.</summary>
    /// <param name="plan">The plan with which the rows were mapped.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="FormatException">The content is not of this kind and version.</exception>
    public static ImmutableArray<PreparedRow> ReadPrepared(MappingPlan plan, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var reader = Open(content, Prepared);
        var count = reader.Count();
        var rows = ImmutableArray.CreateBuilder<PreparedRow>(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add(PreparedRow.Read(plan, ref reader));
        }

        reader.End();
        return rows.MoveToImmutable();
    }

    /// <summary>Reads what <see cref="WritePrepared"/> wrote as the results of an import that is given up: the mapping need not be known any more.</summary>
    /// <param name="content">The content.</param>
    /// <param name="error">The error of the rows that were to be written.</param>
    /// <exception cref="FormatException">The content is not of this kind and version.</exception>
    public static ImmutableArray<ImportRowResult> ReadAbandoned(ReadOnlySpan<byte> content, RecordError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var reader = Open(content, Prepared);
        var count = reader.Count();
        var rows = ImmutableArray.CreateBuilder<ImportRowResult>(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add(PreparedRow.ReadAbandoned(error, ref reader));
        }

        reader.End();
        return rows.MoveToImmutable();
    }

    /// <summary>Writes results.</summary>
    /// <param name="rows">The results.</param>
    /// <param name="output">Receives the content.</param>
    public static void WriteResults(IReadOnlyCollection<ImportRowResult> rows, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        output.Write([Results]);
        var writer = new ByteWriter(output);
        writer.Number(Version);
        writer.Number((ulong)rows.Count);
        foreach (var row in rows)
        {
            row.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="WriteResults"/> wrote, row by row.</summary>
    /// <param name="content">The content.</param>
    /// <exception cref="FormatException">The content is not of this kind and version; while the rows are read also: it is damaged or cut off from here on.</exception>
    public static IEnumerable<ImportRowResult> ReadResults(ReadOnlyMemory<byte> content)
    {
        var reader = Open(content.Span, Results);
        var count = reader.Count();
        return Rows(content[^reader.Left..], count);

        static IEnumerable<ImportRowResult> Rows(ReadOnlyMemory<byte> rest, int count)
        {
            for (; count > 0; count--)
            {
                yield return Take(ref rest);
            }

            new ByteReader(rest.Span).End();
        }

        static ImportRowResult Take(ref ReadOnlyMemory<byte> rest)
        {
            var reader = new ByteReader(rest.Span);
            var row = ImportRowResult.Read(ref reader);
            rest = rest[^reader.Left..];
            return row;
        }
    }

    /// <summary>Writes the stamps of a kept plan.</summary>
    /// <param name="mapping">The plan's <see cref="PlanFingerprint.Mapping"/>.</param>
    /// <param name="stamps">The stamps.</param>
    /// <param name="output">Receives the content.</param>
    public static void WriteStamps(string mapping, IReadOnlyCollection<RowStamp> stamps, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(stamps);
        ArgumentNullException.ThrowIfNull(output);
        output.Write([Stamps]);
        var writer = new ByteWriter(output);
        writer.Number(Version);
        writer.Text(mapping);
        writer.Number((ulong)stamps.Count);
        foreach (var stamp in stamps)
        {
            writer.Number((ulong)stamp.Number);
            writer.Text(stamp.SourceId);
            writer.Number((ulong)(stamp.Values >> 64));
            writer.Number((ulong)stamp.Values);
            writer.Number((ulong)stamp.Verdict.Action);
            writer.Number((ulong)stamp.Verdict.Reason);
            writer.Text(stamp.RecordId);
            writer.Text(stamp.RecordVersion);
        }
    }

    /// <summary>Reads what <see cref="WriteStamps"/> wrote.</summary>
    /// <param name="content">The content.</param>
    /// <param name="mapping">The plan's <see cref="PlanFingerprint.Mapping"/>.</param>
    /// <exception cref="FormatException">The content is not of this kind and version.</exception>
    public static ImmutableArray<RowStamp> ReadStamps(ReadOnlySpan<byte> content, out string mapping)
    {
        var reader = Open(content, Stamps);
        mapping = reader.Text();
        var count = reader.Count();
        var stamps = ImmutableArray.CreateBuilder<RowStamp>(count);
        for (var i = 0; i < count; i++)
        {
            var number = (long)reader.Number();
            var source = reader.Text();
            var values = new UInt128(reader.Number(), reader.Number());
            var verdict = new ImportVerdict(reader.Choice<RowAction>(), reader.Choice<ImportReason>());
            var record = reader.TextOrNull();
            var version = reader.TextOrNull();
            stamps.Add(new(number, source, values, verdict, record, version));
        }

        reader.End();
        return stamps.MoveToImmutable();
    }

    private static ByteReader Open(ReadOnlySpan<byte> content, byte kind)
    {
        if (content.IsEmpty || content[0] != kind)
        {
            throw new FormatException($"The chunk does not hold what was asked for: it begins with {(content.IsEmpty ? "nothing" : content[0])}, not with {kind}.");
        }

        var reader = new ByteReader(content[1..]);
        var version = reader.Number();
        return version == Version ? reader : throw new FormatException($"The chunk has version {version}; this version of Support.Sdk reads {Version}.");
    }
}
