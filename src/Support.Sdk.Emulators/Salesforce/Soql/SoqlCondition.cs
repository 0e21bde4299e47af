using System.Globalization;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>What a record must meet.</summary>
internal abstract class SoqlCondition
{
    public abstract bool Holds(Org org, RecordReader reader, RecordTable table, int row);

    /// <summary>The comparisons all of which must hold, for the choice of an index.</summary>
    public virtual IEnumerable<SoqlComparison> Necessary() => [];
}

internal sealed class SoqlAll(IReadOnlyList<SoqlCondition> parts) : SoqlCondition
{
    public override bool Holds(Org org, RecordReader reader, RecordTable table, int row)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(org, reader, table, row))
            {
                return false;
            }
        }

        return true;
    }

    public override IEnumerable<SoqlComparison> Necessary() => parts.SelectMany(part => part.Necessary());
}

internal sealed class SoqlAny(IReadOnlyList<SoqlCondition> parts) : SoqlCondition
{
    public override bool Holds(Org org, RecordReader reader, RecordTable table, int row)
    {
        foreach (var part in parts)
        {
            if (part.Holds(org, reader, table, row))
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class SoqlNot(SoqlCondition part) : SoqlCondition
{
    public override bool Holds(Org org, RecordReader reader, RecordTable table, int row) => !part.Holds(org, reader, table, row);
}

/// <summary>A field against one value or several. Text is compared without regard to case, unless the field has it.</summary>
internal sealed class SoqlComparison(SoqlPath path, string sign, IReadOnlyList<string?> values) : SoqlCondition
{
    private readonly HashSet<string>? _set = sign is "=" or "!=" or "IN" or "NOT IN"
        ? values.OfType<string>().ToHashSet(path.Field is { } field && field.Comparison == StringComparison.Ordinal ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase)
        : null;

    public SoqlPath Path => path;

    /// <summary>The values of an equation that an index can answer; <see langword="null"/> for other comparisons.</summary>
    public IReadOnlyCollection<string>? Sought => sign is "=" or "IN" && !values.Contains(null) ? _set : null;

    public override IEnumerable<SoqlComparison> Necessary() => [this];

    public override bool Holds(Org org, RecordReader reader, RecordTable table, int row)
    {
        var value = path.Get(org, reader, table, row);
        switch (sign)
        {
            case "=" or "IN":
                return value is null ? values.Contains(null) : _set!.Contains(value);
            case "!=" or "NOT IN":
                return value is null ? !values.Contains(null) : !_set!.Contains(value);
            case "LIKE":
                return value is not null && Like(value, values[0]!);
            default:
                if (value is null || values[0] is not { } other)
                {
                    return false;
                }

                var order = Compare(path.Field?.Kind ?? FieldKind.Text, value, other);
                return sign switch
                {
                    "<" => order < 0,
                    "<=" => order <= 0,
                    ">" => order > 0,
                    _ => order >= 0,
                };
        }
    }

    public static int Compare(FieldKind kind, string left, string right) => kind is FieldKind.Number or FieldKind.Integer
        ? decimal.Parse(left, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(right, CultureInfo.InvariantCulture))
        : string.Compare(left, right, kind is FieldKind.Text or FieldKind.Email ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Wildcards: <c>%</c> for any text, <c>_</c> for one character, each plain behind a backslash.</summary>
    private static bool Like(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '%')
            {
                pattern = pattern.TrimStart('%');
                for (var i = 0; i <= text.Length; i++)
                {
                    if (Like(text[i..], pattern))
                    {
                        return true;
                    }
                }

                return false;
            }

            var plain = pattern[0] == '\\' && pattern.Length > 1;
            if (text.Length == 0 || ((plain || pattern[0] != '_') && char.ToUpperInvariant(text[0]) != char.ToUpperInvariant(pattern[plain ? 1 : 0])))
            {
                return false;
            }

            text = text[1..];
            pattern = pattern[(plain ? 2 : 1)..];
        }

        return text.Length == 0;
    }
}
