using System.Text;

namespace Support.Sdk.Webinars;

internal sealed class PhoneStep(FieldConversion.Phone options) : ValueStep
{
    private readonly UnmatchedValue _otherwise = options.Otherwise;
    private readonly byte[] _callingCode = Encoding.ASCII.GetBytes(options.CallingCode ?? "");
    private readonly byte[] _trunkPrefix = Encoding.ASCII.GetBytes(options.TrunkPrefix);

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        if (!PhoneDigits.TryFormat(row[value], _callingCode, _trunkPrefix, row.Reserve(PhoneDigits.MaximumLength), out var length))
        {
            return Unmatched(_otherwise, RowIssueKind.NotPhone, ref value);
        }

        value = row.Commit(length);
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        Span<byte> target = stackalloc byte[PhoneDigits.MaximumLength];
        if (!PhoneDigits.TryFormat(Encoding.UTF8.GetBytes(value), _callingCode, _trunkPrefix, target, out var length))
        {
            return Unmatched(_otherwise, RowIssueKind.NotPhone, ref value);
        }

        value = Encoding.ASCII.GetString(target[..length]);
        return null;
    }
}
