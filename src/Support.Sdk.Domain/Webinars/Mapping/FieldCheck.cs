using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Support.Sdk.Webinars;

// What a field asks of every value: its type, its length, its restricted list. A step of its own at the end of each column.
internal sealed class FieldCheck(TargetField field) : ValueStep
{
    private static readonly SearchValues<byte> NotInEmail =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (byte)code), (byte)' ', (byte)',', (byte)';', (byte)'<', (byte)'>', 0x7f]);

    private readonly TargetFieldType _type = field.Type;
    private readonly int _length = field.Length;
    private readonly bool _isEmail = field.Type == TargetFieldType.Email;
    private readonly bool _isBoolean = field.Type == TargetFieldType.Boolean;
    private readonly bool _isNumber = field.Type.IsNumber;
    private readonly bool _isDate = field.Type == TargetFieldType.Date || field.Type == TargetFieldType.DateTime;
    private readonly bool _hasLength = field.Length > 0 && (field.Type.IsText || field.Type == TargetFieldType.Email || field.Type == TargetFieldType.Reference);
    private readonly bool _isMulti = field.Type == TargetFieldType.MultiPicklist;
    private readonly WordTable? _list = field.IsRestrictedPicklist && field.Type.IsList
        ? new WordTable(field.PicklistValues.Where(value => value.IsActive).Select(value => KeyValuePair.Create(value.Value, value.Value)))
        : null;

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        var text = row[value];
        if (text.SequenceEqual("#N/A"u8))
        {
            return RowIssueKind.Reserved;
        }

        // No text has fewer bytes than characters.
        if (_hasLength && text.Length > _length && Encoding.UTF8.GetCharCount(text) > _length)
        {
            return RowIssueKind.TooLong;
        }

        if (_isEmail)
        {
            return IsEmail(text) ? null : RowIssueKind.NotEmail;
        }

        if (_list is not null && !_isMulti)
        {
            if (!_list.TryFind(text, out var entry))
            {
                return RowIssueKind.NotInPicklist;
            }

            value = row.Append(entry.Utf8);
            return null;
        }

        if (_isBoolean && BooleanOf(text) is { IsEmpty: false } literal)
        {
            value = row.Append(literal);
            return null;
        }

        return Check(text);
    }

    public override RowIssueKind? Apply(ref string value)
    {
        if (value == "#N/A")
        {
            return RowIssueKind.Reserved;
        }

        if (_hasLength && value.Length > _length)
        {
            return RowIssueKind.TooLong;
        }

        if (_list is not null && !_isMulti)
        {
            if (!_list.TryFind(value, out var entry))
            {
                return RowIssueKind.NotInPicklist;
            }

            value = entry.Text;
            return null;
        }

        var text = Encoding.UTF8.GetBytes(value);
        if (_isBoolean && BooleanOf(text) is { IsEmpty: false } literal)
        {
            value = Encoding.ASCII.GetString(literal);
            return null;
        }

        return _isEmail ? (IsEmail(text) ? null : RowIssueKind.NotEmail) : Check(text);
    }

    private RowIssueKind? Check(ReadOnlySpan<byte> text)
    {
        if (_isBoolean)
        {
            return RowIssueKind.NotBoolean;
        }

        if (_isNumber)
        {
            return IsNumber(text) ? null : RowIssueKind.NotNumber;
        }

        if (_isDate)
        {
            return IsoInstant.TryParse(text, out _, out var isDay) && isDay == (_type == TargetFieldType.Date) ? null : RowIssueKind.NotDate;
        }

        return _list is null || AreInList(text) ? null : RowIssueKind.NotInPicklist;
    }

    private bool IsNumber(ReadOnlySpan<byte> text) => new JsonScanner(text).TryScanNumberOnly()
        && (_type != TargetFieldType.Int || (Utf8Parser.TryParse(text, out int _, out var taken) && taken == text.Length));

    private bool AreInList(ReadOnlySpan<byte> text)
    {
        foreach (var part in text.Split((byte)';'))
        {
            if (!_list!.TryFind(text[part], out _))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> BooleanOf(ReadOnlySpan<byte> text) =>
        Ascii.EqualsIgnoreCase(text, "true"u8) ? "true"u8 : Ascii.EqualsIgnoreCase(text, "false"u8) ? "false"u8 : [];

    // One @ with something on both sides, a dot behind it that neither begins nor ends its side, no white space or control character: what no mail system would take. The rest is
    // for Salesforce to judge.
    private static bool IsEmail(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        if (at < 1 || text.ContainsAny(NotInEmail))
        {
            return false;
        }

        var domain = text[(at + 1)..];
        return !domain.Contains((byte)'@') && domain.IndexOf((byte)'.') > 0 && domain[^1] != '.';
    }
}
