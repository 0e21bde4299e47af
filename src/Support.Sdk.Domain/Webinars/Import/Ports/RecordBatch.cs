using System.Buffers;

namespace Support.Sdk.Webinars;

/// <summary>Records of one object that are to be written in one way, row by row as CSV or JSON.</summary>
/// <remarks>Rows may be written again and again, and in any order. Thread-safe for reading.</remarks>
public abstract class RecordBatch
{
    /// <summary>The named account; empty for the default one.</summary>
    public required string Account { get; init; }

    /// <summary>The API name of the object.</summary>
    public abstract string ObjectName { get; }

    /// <summary>What is done.</summary>
    public abstract RecordOperation Operation { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>The column whose value no two rows share, white space at the ends aside: by it the rows of an unordered answer are told apart.</summary>
    public abstract string CorrelationColumn { get; }

    /// <summary>The value of a row in <see cref="CorrelationColumn"/>, as it is written.</summary>
    /// <param name="index">The row, from 0.</param>
    public abstract string CorrelationOf(int index);

    /// <summary>Writes the header: the names of the fields, and <c>\n</c>.</summary>
    /// <param name="output">Receives UTF-8.</param>
    public abstract void WriteCsvHeader(IBufferWriter<byte> output);

    /// <summary>Writes a row as CSV (RFC 4180), with <c>\n</c> at its end. An empty cell leaves the field as it is.</summary>
    /// <param name="index">The row, from 0.</param>
    /// <param name="output">Receives UTF-8.</param>
    public abstract void WriteCsv(int index, IBufferWriter<byte> output);

    /// <summary>Writes a row as a JSON object of its fields alone, with <c>Id</c> among them for an update.</summary>
    /// <param name="index">The row, from 0.</param>
    /// <param name="output">Receives UTF-8.</param>
    public abstract void WriteJson(int index, IBufferWriter<byte> output);
}
