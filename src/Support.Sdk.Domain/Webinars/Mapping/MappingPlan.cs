using System.Buffers;
using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A mapping compiled for an object: turns participants into rows of CSV or JSON, over bytes without objects in between, or by types.</summary>
/// <remarks>
/// Immutable and thread-safe; compile once, share, and give each thread a <see cref="MappedRow"/> of its own. Nothing is generated at run time.
/// <para>Both ways give the same bytes:</para>
/// <list type="bullet">
/// <item>A value of nothing but white space is no value. No value means an empty cell in CSV (which the bulk interface ignores) and no property in JSON: an import never clears a field.</item>
/// <item>CSV is RFC 4180 with <c>\n</c> behind each row. Values stay as they are, also those that a spreadsheet would take for a formula.</item>
/// <item>JSON escapes only what it must; booleans and numbers stand without quotation marks.</item>
/// <item>E-mail fields lose white space around the address; date-time fields are written in UTC; values of restricted picklists are spelt as the list spells them.</item>
/// </list>
/// </remarks>
public sealed class MappingPlan
{
    private readonly CompiledColumn[] _columns;

    private MappingPlan(WebinarMapping mapping, TargetObject target, CompiledColumn[] columns)
    {
        Mapping = mapping;
        Target = target;
        _columns = columns;
        Columns = [.. columns.Select(column => column.Public)];
        KeyColumn = Array.FindIndex(columns, column => column.Public.IsKey);
    }

    /// <summary>The mapping.</summary>
    public WebinarMapping Mapping { get; }

    /// <summary>The object.</summary>
    public TargetObject Target { get; }

    /// <summary>The columns, in the order of the mapping's pairs.</summary>
    public ImmutableArray<MappingColumn> Columns { get; }

    /// <summary>The index of the primary key's column.</summary>
    public int KeyColumn { get; }

    internal ReadOnlySpan<CompiledColumn> Compiled => _columns;

    /// <summary>Compiles a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="target">The object, as its describe says it.</param>
    /// <exception cref="ArgumentException">
    /// The mapping does not fit the object; the message names every error. Ask <see cref="MappingValidator.Validate"/> first to show them to people.
    /// </exception>
    public static MappingPlan Compile(WebinarMapping mapping, TargetObject target)
    {
        var errors = MappingValidator.Validate(mapping, target).Where(problem => problem.Severity == MappingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new ArgumentException($"The mapping does not fit {target.Name}: {string.Join("; ", errors)}. Validate it and correct what is wrong.", nameof(mapping));
        }

        return new MappingPlan(mapping, target, [.. mapping.Fields.Select(pair => Column(pair, mapping, target))]);
    }

    /// <summary>Makes a row to be filled again and again. Not thread-safe.</summary>
    /// <param name="kind">The kind of participants that it takes.</param>
    public MappedRow CreateRow(ParticipantKind kind) => new(this, kind);

    /// <summary>Maps one participant by types. For a few; a <see cref="MappedRow"/> is made for many.</summary>
    /// <param name="participant">The participant.</param>
    public MappedRecord Map(IWebinarParticipant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return MappedRecord.Of(this, participant);
    }

    /// <summary>Writes the first line of the CSV: the fields' names.</summary>
    /// <param name="output">Receives UTF-8.</param>
    public void WriteCsvHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        for (var i = 0; i < _columns.Length; i++)
        {
            output.Write(i == 0 ? [] : ","u8);
            output.Write(_columns[i].CsvName);
        }

        output.Write("\n"u8);
    }

    private static CompiledColumn Column(FieldMapping pair, WebinarMapping mapping, TargetObject target)
    {
        _ = target.TryFind(pair.Field, out var field);
        return new CompiledColumn(pair, field!, string.Equals(pair.Field, mapping.PrimaryKey, StringComparison.OrdinalIgnoreCase));
    }
}
