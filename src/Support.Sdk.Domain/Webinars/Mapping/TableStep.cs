namespace Support.Sdk.Webinars;

// A country, or a value of the mapping's own table.
internal sealed class TableStep(WordTable table, RowIssueKind issue, UnmatchedValue otherwise) : ValueStep
{
    private readonly WordTable _table = table;
    private readonly RowIssueKind _issue = issue;
    private readonly UnmatchedValue _otherwise = otherwise;

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        if (!_table.TryFind(row[value], out var entry))
        {
            return Unmatched(_otherwise, _issue, ref value);
        }

        value = row.Append(entry.Utf8);
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        if (!_table.TryFind(value, out var entry))
        {
            return Unmatched(_otherwise, _issue, ref value);
        }

        value = entry.Text;
        return null;
    }
}
