using System.Globalization;
using System.Text;

namespace Support.Sdk.Webinars;

// Whether a record has a mapped value already. Both sides are text, but not in the same style: Salesforce writes instants with an offset without colon, numbers
// with a fraction, and takes white space from the ends of what it stores. Where two styles cannot be told apart for sure they are different, which costs an
// update that changes nothing.
internal static class FieldValues
{
    public static bool AreSame(TargetField field, string existing, string mapped)
    {
        if (string.Equals(existing, mapped, StringComparison.Ordinal))
        {
            return true;
        }

        var type = field.Type;
        if (type == TargetFieldType.Boolean || type == TargetFieldType.Email)
        {
            return string.Equals(existing.Trim(), mapped.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        if (type.IsNumber)
        {
            return TryNumber(existing, out var before) && TryNumber(mapped, out var after) && before == after;
        }

        if (type == TargetFieldType.DateTime)
        {
            return IsoInstant.TryParse(Encoding.UTF8.GetBytes(existing), out var before, out _) && IsoInstant.TryParse(Encoding.UTF8.GetBytes(mapped), out var after, out _)
                && before == after;
        }

        return type == TargetFieldType.MultiPicklist
            ? Choices(existing).SetEquals(Choices(mapped))
            : string.Equals(existing.Trim(), mapped.Trim(), StringComparison.Ordinal);
    }

    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static HashSet<string> Choices(string text) =>
        new(text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
