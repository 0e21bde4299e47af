using System.Text;

namespace Support.Sdk.Webinars;

internal sealed class ConstantStep(FieldConversion.Constant options) : ValueStep
{
    private readonly string _text = options.Value;
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(options.Value);
    private readonly bool _always = options.When == ConstantUse.Always;

    public override bool TakesEmpty => true;

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        if (_always || value.IsEmpty)
        {
            value = row.Append(_utf8);
        }

        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        if (_always || value.Length == 0)
        {
            value = _text;
        }

        return null;
    }
}
