namespace Support.Sdk.Salesforce.Queries;

/// <summary>A SOQL statement, or a part of one, in which every value is bound safely.</summary>
/// <remarks>
/// Immutable and thread-safe. <c>Soql.Of($"SELECT Id FROM Contact WHERE Email = {email} AND CreatedDate > {since}")</c>: what is written in the program is taken as it is, what
/// stands in a hole is written as a literal of its type, quoted and escaped. Holes stand outside quotes. A list becomes <c>('a','b')</c>, another <see cref="Soql"/> is put in as
/// it is, and names that are known only at run time go in as <see cref="SoqlName"/>. There is no hole for types without an unambiguous literal.
/// </remarks>
public readonly struct Soql : IEquatable<Soql>
{
    private readonly string? _text;

    internal Soql(string text) => _text = text;

    /// <summary>The statement. May hold personal data.</summary>
    public string Text => _text ?? "";

    /// <summary>How many bytes it takes in an address, escaped; see <see cref="SalesforceConstants.MaxQueryLength"/>.</summary>
    public int EncodedLength => AddressText.EncodedLength(Text);

    /// <summary>A statement from an interpolated string.</summary>
    /// <param name="statement">The statement, or a part of one such as a condition.</param>
    /// <exception cref="ArgumentException">A hole stands inside quotes, a list is empty, or a value has no literal (a NUL character, infinity).</exception>
    public static Soql Of(ref SoqlHandler statement) => new(statement.ToStringAndClear());

    /// <summary>A statement as it is, such as one an administrator wrote. Nothing is escaped: never build it of values.</summary>
    /// <param name="statement">The statement.</param>
    public static Soql Verbatim(string statement)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(statement);
        return new(statement);
    }

    /// <summary>Joins conditions: <c>(a) AND (b)</c>.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Soql All(IEnumerable<Soql> conditions) => Join(conditions, ") AND (");

    /// <summary>Joins conditions: <c>(a) OR (b)</c>.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Soql Any(IEnumerable<Soql> conditions) => Join(conditions, ") OR (");

    /// <summary>Splits a query over a long list of values into queries that each fit into an address.</summary>
    /// <param name="values">The values, such as ids or e-mail addresses.</param>
    /// <param name="query">Makes the query for some of them: <c>some => Soql.Of($"SELECT Id FROM Contact WHERE Email IN {some}")</c>. Called at least once per query.</param>
    /// <param name="maxLength">How many bytes a query may have, escaped.</param>
    /// <returns>The queries, made while they are read; none when there are no values.</returns>
    /// <exception cref="ArgumentException">Even the query for a single value is too long.</exception>
    public static IEnumerable<Soql> InBatches(IEnumerable<string> values, Func<IReadOnlyList<string>, Soql> query, int maxLength = SalesforceConstants.MaxQueryLength)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        return SoqlBatches.Split(values, query, maxLength);
    }

    /// <inheritdoc />
    public bool Equals(Soql other) => Text == other.Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Soql other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The statement. May hold personal data: not for logs.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both are the same text.</summary>
    public static bool operator ==(Soql left, Soql right) => left.Equals(right);

    /// <summary>Whether they are different texts.</summary>
    public static bool operator !=(Soql left, Soql right) => !left.Equals(right);

    private static Soql Join(IEnumerable<Soql> conditions, string separator)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var texts = conditions.Select(static condition => condition.Text).ToList();
        return texts.Count > 0
            ? new($"({string.Join(separator, texts)})")
            : throw new ArgumentException("There must be at least one condition.", nameof(conditions));
    }
}
