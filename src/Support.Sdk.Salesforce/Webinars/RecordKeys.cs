using System.Globalization;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>The keys of a look-up as SOQL has them: texts in quotes, numbers, days and instants without.</summary>
/// <remarks>
/// Numbers and times have many spellings, so they are compared by their value: a record's <c>42.0</c> is the key <c>42</c> that was asked for. A key that is no value of the field's
/// type is that of no record, and neither is a text that no literal holds.
/// </remarks>
internal sealed class RecordKeys
{
    private static readonly TargetFieldType[] Numbers =
        [TargetFieldType.Int, new("long"), TargetFieldType.Double, TargetFieldType.Currency, TargetFieldType.Percent];

    private static readonly TargetFieldType[] WithoutLookup =
        [TargetFieldType.Boolean, TargetFieldType.MultiPicklist, new("time"), new("address"), new("location"), new("base64"), new("anyType"), new("complexvalue")];

    private readonly Func<string, string?>? _canonical;
    private readonly Dictionary<string, string> _asked = new(StringComparer.Ordinal);

    private RecordKeys(TargetField field, IReadOnlyCollection<string> keys)
    {
        (_canonical, Literals) = field.Type switch
        {
            _ when Numbers.Contains(field.Type) => (NumberOf, some => Soql.Of($"{some.Select(ToNumber)}")),
            _ when field.Type == TargetFieldType.Date => (DayOf, some => Soql.Of($"{some.Select(ToDay)}")),
            _ when field.Type == TargetFieldType.DateTime => (InstantOf, some => Soql.Of($"{some.Select(ToInstant)}")),
            _ => ((Func<string, string?>?)null, (Func<IReadOnlyList<string>, Soql>)(some => Soql.Of($"{some}"))),
        };
        if (_canonical is null)
        {
            Values = keys.All(SoqlLiteral.Has) ? keys : [.. keys.Where(SoqlLiteral.Has)];

            // Salesforce compares some case-sensitive fields without regard to case: then one record answers two keys, perhaps in two queries.
            HasTwins = MayDifferByCase(field) && keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < keys.Count;
            return;
        }

        foreach (var key in keys)
        {
            if (_canonical(key) is { } value)
            {
                _asked.TryAdd(value, key);
            }
        }

        Values = _asked.Keys;
    }

    /// <summary>The values to be looked for, in one spelling each.</summary>
    public IReadOnlyCollection<string> Values { get; }

    /// <summary>Makes the list of SOQL of some of <see cref="Values"/>.</summary>
    public Func<IReadOnlyList<string>, Soql> Literals { get; }

    /// <summary>Whether a record may be found by two of the keys.</summary>
    public bool HasTwins { get; }

    /// <exception cref="ImportFaultException">Salesforce cannot look records up by such a field.</exception>
    public static RecordKeys Of(TargetField field, IReadOnlyCollection<string> keys)
    {
        var problem = WithoutLookup.Contains(field.Type) ? $"is of the type {field.Type}"
            : field.Type == TargetFieldType.TextArea && field.Length > 255 ? "is a long text, by which Salesforce cannot filter"
            : null;
        return problem is null
            ? new(field, keys)
            : throw new ImportFaultException($"The primary key {field.Name} {problem}. Choose a field by which records can be found, such as an e-mail address or an external id.");
    }

    /// <summary>The key that was asked for, of what a record has.</summary>
    public string Of(string value) => _canonical?.Invoke(value) is { } known && _asked.TryGetValue(known, out var key) ? key : value;

    private static bool MayDifferByCase(TargetField field) => MappingKey.Normalize(field, "A") == "A";

    private static string? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null;

    private static string? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    // A key is in small letters, T and Z as well.
    private static string? InstantOf(string text) =>
        SalesforceDateTime.TryParse(text.ToUpperInvariant(), out var instant) ? SalesforceDateTime.Format(instant) : null;

    // The query for no value at all gives its length without any.
    private static decimal ToNumber(string text) => text.Length == 0 ? 0 : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DateOnly ToDay(string text) =>
        text.Length == 0 ? default : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset ToInstant(string text) => SalesforceDateTime.TryParse(text, out var instant) ? instant : default;
}
