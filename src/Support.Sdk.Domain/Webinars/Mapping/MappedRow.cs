using System.Buffers;
using System.Text.Unicode;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>
/// One participant as a row of an object, mapped from UTF-8 JSON. Made by <see cref="MappingPlan.CreateRow"/>, filled by <see cref="Read"/> again and again:
/// after the first rows it allocates nothing.
/// </summary>
/// <remarks>Not thread-safe. What is wrong with a participant is a value (<see cref="Issues"/>), never an exception. Spans are valid until the next <see cref="Read"/>.</remarks>
public sealed class MappedRow
{
    private readonly CompiledColumn[] _columns;
    private readonly int[] _slots;
    private readonly PropertyTable _properties;
    private readonly RawValue[] _raw;
    private readonly Slice[] _values;
    private readonly RowIssue[] _issues;
    private readonly RowBuffer _buffer = new();
    private readonly int _idSlot;
    private Slice _id;
    private int _issueCount;
    private bool _isTextValid;

    internal MappedRow(MappingPlan plan, ParticipantKind kind)
    {
        Plan = plan;
        Kind = kind;
        _columns = plan.Compiled.ToArray();
        List<string> names = ["id"];
        _idSlot = 0;
        _slots = [.. _columns.Select(column => SlotOf(column.Source?.JsonNameFor(kind), names))];
        _properties = new PropertyTable(names);
        _raw = new RawValue[names.Count];
        _values = new Slice[_columns.Length];

        // A column has one issue at most; the row may have one of its own.
        _issues = new RowIssue[_columns.Length + 1];
    }

    /// <summary>The plan.</summary>
    public MappingPlan Plan { get; }

    /// <summary>The kind of participants that the row takes.</summary>
    public ParticipantKind Kind { get; }

    /// <summary>What is wrong; empty when nothing is.</summary>
    public ReadOnlySpan<RowIssue> Issues => _issues.AsSpan(0, _issueCount);

    /// <summary>Whether a new record can be made.</summary>
    public bool CanInsert => _issueCount == 0;

    /// <summary>Whether an existing record can be updated.</summary>
    public bool CanUpdate
    {
        get
        {
            foreach (var issue in Issues)
            {
                if (!issue.ConcernsInsertOnly)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Webex' id of the participant, in UTF-8; empty when there is none.</summary>
    public ReadOnlySpan<byte> ParticipantId => _buffer[_id];

    /// <summary>The value of the primary key, in UTF-8; empty when there is none.</summary>
    public ReadOnlySpan<byte> Key => _buffer[_values[Plan.KeyColumn]];

    /// <summary>The value of a column, in UTF-8; empty when there is none.</summary>
    /// <param name="column">The index in <see cref="MappingPlan.Columns"/>.</param>
    public ReadOnlySpan<byte> this[int column] => _buffer[_values[column]];

    /// <summary>
    /// The primary key in the form in which keys are compared (WBN-12): without white space around it, in small letters unless the field tells case apart. Equal
    /// to <see cref="MappingKey.Normalize"/> of the key.
    /// </summary>
    public ReadOnlySpan<byte> GetNormalizedKey()
    {
        var key = TrimStep.Trimmed(_buffer, _values[Plan.KeyColumn]);
        return _buffer[MappingKey.IsCaseSensitive(_columns[Plan.KeyColumn].Public.Field) ? key : CaseStep.Changed(_buffer, key, LetterCase.Lower)];
    }

    /// <summary>Maps a participant.</summary>
    /// <param name="utf8Json">The participant as Webex sends it: one JSON object. Properties that the mapping does not need are skipped, custom questions among them.</param>
    /// <returns>Whether a new record can be made (<see cref="CanInsert"/>).</returns>
    public bool Read(ReadOnlySpan<byte> utf8Json)
    {
        _buffer.Reset();
        _issueCount = 0;
        if (!new JsonScanner(utf8Json).TryScan(_properties, _raw))
        {
            _values.AsSpan().Clear();
            _id = default;
            Report(RowIssueKind.NotJson, -1);
            return false;
        }

        // The buffer begins with the JSON: the places found in it are places in the buffer.
        _buffer.Append(utf8Json);
        _isTextValid = Utf8.IsValid(utf8Json);
        _id = TryTake(ref _raw[_idSlot], out var id) is null ? id : default;
        for (var i = 0; i < _columns.Length; i++)
        {
            _values[i] = Map(i);
        }

        return _issueCount == 0;
    }

    /// <summary>Writes the row as CSV, with <c>\n</c> at its end. A value that is left out because of an issue is an empty cell.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="include">Which columns have a value, one flag for each; every column when empty. A column without is an empty cell, which Salesforce leaves as it is.</param>
    /// <exception cref="ArgumentException"><paramref name="include"/> has neither no flag nor one for each column.</exception>
    public void WriteCsv(IBufferWriter<byte> output, ReadOnlySpan<bool> include = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        CheckInclude(include);
        var most = _values.Length + 1;
        foreach (var value in _values)
        {
            most += (value.Length * 2) + 2;
        }

        var target = output.GetSpan(most);
        var length = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            if (i > 0)
            {
                target[length++] = (byte)',';
            }

            if (include.IsEmpty || include[i])
            {
                length += CsvText.Write(_buffer[_values[i]], target[length..]);
            }
        }

        target[length++] = (byte)'\n';
        output.Advance(length);
    }

    /// <summary>Writes the row as a JSON object without white space. A field without a value is left out.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="include">Which columns are written, one flag for each; every column when empty.</param>
    /// <exception cref="ArgumentException"><paramref name="include"/> has neither no flag nor one for each column.</exception>
    public void WriteJson(IBufferWriter<byte> output, ReadOnlySpan<bool> include = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        CheckInclude(include);
        var most = 2;
        for (var i = 0; i < _values.Length; i++)
        {
            most += _columns[i].JsonName.Length + (_values[i].Length * 6) + 3;
        }

        var target = output.GetSpan(most);
        var length = 0;
        target[length++] = (byte)'{';
        for (var i = 0; i < _values.Length; i++)
        {
            if (_values[i].IsEmpty || !(include.IsEmpty || include[i]))
            {
                continue;
            }

            if (length > 1)
            {
                target[length++] = (byte)',';
            }

            var column = _columns[i];
            column.JsonName.CopyTo(target[length..]);
            length += column.JsonName.Length;
            var text = _buffer[_values[i]];
            if (column.IsBare)
            {
                text.CopyTo(target[length..]);
                length += text.Length;
            }
            else
            {
                length += JsonText.Quote(text, target[length..]);
            }
        }

        target[length++] = (byte)'}';
        output.Advance(length);
    }

    /// <summary>Says for people what is wrong: code, field, label and the field's length. Holds no value of the participant.</summary>
    /// <param name="issue">One of <see cref="Issues"/>.</param>
    public Refusal Describe(RowIssue issue) => MappingIssues.Describe(Plan, issue);

    private Slice Map(int index)
    {
        var column = _columns[index];
        Slice value = default;
        var issue = _slots[index] >= 0 ? TryTake(ref _raw[_slots[index]], out value) : null;
        if (issue is null)
        {
            foreach (var step in column.StepsFor(Kind))
            {
                if (IsBlank(value))
                {
                    value = default;
                    if (!step.TakesEmpty)
                    {
                        continue;
                    }
                }

                if ((issue = step.Apply(_buffer, ref value)) is not null)
                {
                    break;
                }
            }
        }

        if (issue is null && value.IsEmpty)
        {
            issue = column.Public.IsKey ? RowIssueKind.KeyEmpty : column.IsRequired ? RowIssueKind.RequiredEmpty : null;
        }

        if (issue is { } kind)
        {
            Report(kind, index);
            return default;
        }

        return value;
    }

    // The plain text of a property. What has been unescaped once is kept for the next column that needs it.
    private RowIssueKind? TryTake(ref RawValue raw, out Slice value)
    {
        value = new(raw.Offset, raw.Length);
        switch (raw.Kind)
        {
            case RawKind.Missing:
                return null;
            case RawKind.Text:
                return _isTextValid || Utf8.IsValid(_buffer[value]) ? null : RowIssueKind.NotText;
            case RawKind.EscapedText:
                if (!_isTextValid && !Utf8.IsValid(_buffer[value]))
                {
                    return RowIssueKind.NotText;
                }

                var target = _buffer.Reserve(raw.Length);
                if (!JsonText.TryUnescape(_buffer[value], target, out var length))
                {
                    return RowIssueKind.NotText;
                }

                value = _buffer.Commit(length);
                raw = new(RawKind.Text, value.Offset, value.Length);
                return null;
            default:
                return RowIssueKind.NotScalar;
        }
    }

    private bool IsBlank(Slice value)
    {
        if (value.IsEmpty)
        {
            return true;
        }

        var first = _buffer[value][0];
        return first is <= (byte)' ' or >= 0x80 && TrimStep.Trimmed(_buffer, value).IsEmpty;
    }

    private void Report(RowIssueKind kind, int column) => _issues[_issueCount++] = new(kind, column);

    private void CheckInclude(ReadOnlySpan<bool> include)
    {
        if (!include.IsEmpty && include.Length != _columns.Length)
        {
            throw new ArgumentException($"There are {_columns.Length} columns, but {include.Length} flags; give one for each column, or none.", nameof(include));
        }
    }

    private static int SlotOf(string? name, List<string> names)
    {
        if (name is null)
        {
            return -1;
        }

        if (!names.Contains(name))
        {
            names.Add(name);
        }

        return names.IndexOf(name);
    }
}
