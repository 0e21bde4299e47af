using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>One participant as a record of an object, mapped by types: values as strings, one for each column.</summary>
/// <remarks>Immutable and thread-safe. Writes the same bytes as a <see cref="MappedRow"/> that has read the same participant.</remarks>
public sealed class MappedRecord
{
    private MappedRecord(MappingPlan plan, ImmutableArray<string?> values, ImmutableArray<RowIssue> issues)
    {
        Plan = plan;
        Values = values;
        Issues = issues;
    }

    /// <summary>The plan.</summary>
    public MappingPlan Plan { get; }

    /// <summary>The values, in the order of <see cref="MappingPlan.Columns"/>; <see langword="null"/> where there is none.</summary>
    public ImmutableArray<string?> Values { get; }

    /// <summary>What is wrong; empty when nothing is.</summary>
    public ImmutableArray<RowIssue> Issues { get; }

    /// <summary>Whether a new record can be made.</summary>
    public bool CanInsert => Issues.IsEmpty;

    /// <summary>Whether an existing record can be updated.</summary>
    public bool CanUpdate => Issues.All(issue => issue.ConcernsInsertOnly);

    /// <summary>The value of the primary key, or <see langword="null"/>.</summary>
    public string? Key => Values[Plan.KeyColumn];

    /// <summary>The value of a field, or <see langword="null"/> when there is none or the field is not mapped.</summary>
    /// <param name="field">The API name, whatever the case.</param>
    public string? this[string field]
    {
        get
        {
            for (var i = 0; i < Values.Length; i++)
            {
                if (string.Equals(Plan.Columns[i].Name, field, StringComparison.OrdinalIgnoreCase))
                {
                    return Values[i];
                }
            }

            return null;
        }
    }

    /// <summary>Writes the record as a row of CSV, with <c>\n</c> at its end.</summary>
    /// <param name="output">Receives UTF-8.</param>
    public void WriteCsv(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', Values.Select(InCsv)) + "\n"));
    }

    /// <summary>Writes the record as a JSON object without white space.</summary>
    /// <param name="output">Receives UTF-8.</param>
    public void WriteJson(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var json = new StringBuilder("{");
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] is { } value)
            {
                json.Append(json.Length > 1 ? "," : "").Append('"').Append(Plan.Columns[i].Name).Append("\":").Append(Plan.Compiled[i].IsBare ? value : InJson(value));
            }
        }

        output.Write(Encoding.UTF8.GetBytes(json.Append('}').ToString()));
    }

    /// <summary>Says for people what is wrong, as <see cref="MappedRow.Describe"/> does.</summary>
    /// <param name="issue">One of <see cref="Issues"/>.</param>
    public Refusal Describe(RowIssue issue) => MappingIssues.Describe(Plan, issue);

    internal static MappedRecord Of(MappingPlan plan, IWebinarParticipant participant)
    {
        var values = ImmutableArray.CreateBuilder<string?>(plan.Columns.Length);
        var issues = ImmutableArray.CreateBuilder<RowIssue>();
        for (var i = 0; i < plan.Columns.Length; i++)
        {
            var issue = Map(plan.Compiled[i], participant, out var value);
            if (issue is { } kind)
            {
                issues.Add(new(kind, i));
            }

            values.Add(issue is null && value.Length > 0 ? value : null);
        }

        return new MappedRecord(plan, values.MoveToImmutable(), issues.ToImmutable());
    }

    private static RowIssueKind? Map(CompiledColumn column, IWebinarParticipant participant, out string value)
    {
        value = column.Source is { } source ? participant.Find(source.PartFor(participant.Kind) is null ? source : WebinarField.DisplayName) ?? "" : "";
        if (!IsUnicode(value))
        {
            return RowIssueKind.NotText;
        }

        foreach (var step in column.StepsFor(participant.Kind))
        {
            value = string.IsNullOrWhiteSpace(value) ? "" : value;
            if ((value.Length > 0 || step.TakesEmpty) && step.Apply(ref value) is { } issue)
            {
                return issue;
            }
        }

        return value.Length > 0 ? null
            : column.Public.IsKey ? RowIssueKind.KeyEmpty
            : column.IsRequired ? RowIssueKind.RequiredEmpty
            : null;
    }

    private static bool IsUnicode(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]))
            {
                if (!char.IsSurrogatePair(value, i))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static string InCsv(string? value)
    {
        if (value is null)
        {
            return "";
        }

        var isPlain = value.AsSpan().IndexOfAny(",\"\r\n") < 0 && value[0] is not (' ' or '\t') && value[^1] is not (' ' or '\t');
        return isPlain ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string InJson(string value)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => json.Append(letter),
            };
        }

        return json.Append('"').ToString();
    }
}
