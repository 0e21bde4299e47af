namespace Support.Sdk.Webinars;

// One compiled conversion, in both encodings: over the bytes of a row, and over strings for the typed way. The two are held together by a property test.
internal abstract class ValueStep
{
    // Whether the step has something to do for a participant without a value.
    public virtual bool TakesEmpty => false;

    // What is wrong with the value, or null. An empty slice is no value.
    public abstract RowIssueKind? Apply(RowBuffer row, ref Slice value);

    // The same for strings. An empty string is no value.
    public abstract RowIssueKind? Apply(ref string value);

    protected static RowIssueKind? Unmatched(UnmatchedValue otherwise, RowIssueKind issue, ref Slice value)
    {
        value = otherwise == UnmatchedValue.Keep ? value : default;
        return otherwise == UnmatchedValue.Refuse ? issue : null;
    }

    protected static RowIssueKind? Unmatched(UnmatchedValue otherwise, RowIssueKind issue, ref string value)
    {
        value = otherwise == UnmatchedValue.Keep ? value : "";
        return otherwise == UnmatchedValue.Refuse ? issue : null;
    }
}
