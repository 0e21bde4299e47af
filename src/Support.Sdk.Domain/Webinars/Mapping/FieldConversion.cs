using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>One step from a participant's value to a field's value, named in the mapping document. The set is closed; the names in JSON are stable.</summary>
/// <remarks>Immutable and thread-safe. Steps run in their order; a step other than <see cref="Constant"/> leaves an empty value empty.</remarks>
public abstract record FieldConversion
{
    private FieldConversion()
    {
    }

    // Being internal, it also closes the set: nobody outside can implement it.
    internal abstract ValueStep Compile();

    /// <summary>Takes white space (Unicode's) from both ends. In JSON <c>trim</c>.</summary>
    public sealed record Trim : FieldConversion
    {
        internal override ValueStep Compile() => new TrimStep();
    }

    /// <summary>Writes small or capital letters, character by character, by the invariant culture. In JSON <c>case</c>.</summary>
    /// <param name="To">The letters.</param>
    public sealed record Case(LetterCase To) : FieldConversion
    {
        internal override ValueStep Compile() => new CaseStep(To);
    }

    /// <summary>
    /// Takes one part of a whole name, without white space at its ends. <c>Last, First</c> is split at the first comma; otherwise the last word is the last name,
    /// and a single word is a last name. In JSON <c>splitName</c>.
    /// </summary>
    /// <param name="Part">The part.</param>
    public sealed record SplitName(NamePart Part) : FieldConversion
    {
        internal override ValueStep Compile() => new SplitNameStep(Part);
    }

    /// <summary>
    /// Writes a country in one form, whichever it came in: two or three letters of ISO 3166-1, or its English or French name, whatever the case. In JSON
    /// <c>country</c>.
    /// </summary>
    /// <param name="To">The form.</param>
    /// <param name="Otherwise">What becomes of a country that is not known.</param>
    public sealed record Country(CountryForm To, UnmatchedValue Otherwise = UnmatchedValue.Refuse) : FieldConversion
    {
        internal override ValueStep Compile() => new TableStep(Countries.Table(To), RowIssueKind.UnknownCountry, Otherwise);
    }

    /// <summary>
    /// Writes a phone number as E.164, such as <c>+33123456789</c>: spaces, dots, slashes, hyphens and brackets go, <c>00</c> becomes <c>+</c>, a trunk prefix
    /// in brackets (<c>+33 (0)1 …</c>) goes, and a national number receives <paramref name="CallingCode"/> in place of its trunk prefix. Anything but 8 to 15
    /// digits behind the <c>+</c> is no phone number; an extension is not one either. In JSON <c>phone</c>.
    /// </summary>
    /// <param name="CallingCode">The country's calling code, such as <c>33</c>, for numbers without one; <see langword="null"/> when such numbers are unmatched.</param>
    /// <param name="TrunkPrefix">The digits in front of a national number, <c>0</c> in most countries; empty where there are none.</param>
    /// <param name="Otherwise">What becomes of a value that is no phone number.</param>
    public sealed record Phone(string? CallingCode = null, string TrunkPrefix = "0", UnmatchedValue Otherwise = UnmatchedValue.Refuse) : FieldConversion
    {
        internal override ValueStep Compile() => new PhoneStep(this);
    }

    /// <summary>
    /// Reads a point in time of ISO 8601 (with <c>Z</c> or an offset, with or without colon; without either it is UTC; a day alone is its midnight in UTC, and
    /// stays that day in every zone) and writes it as Salesforce takes it. The beginning of 1970, with which Webex says <em>unknown</em>, is an empty value. In JSON <c>date</c>.
    /// </summary>
    /// <param name="To">The form.</param>
    /// <param name="TimeZone">The IANA time zone in which <see cref="DateForm.Date"/> takes the day; UTC when <see langword="null"/>.</param>
    /// <param name="Otherwise">What becomes of a value that is no point in time.</param>
    public sealed record Date(DateForm To, string? TimeZone = null, UnmatchedValue Otherwise = UnmatchedValue.Refuse) : FieldConversion
    {
        internal override ValueStep Compile() => new DateStep(this);
    }

    /// <summary>Replaces a value by the table's, whatever the case. In JSON <c>picklist</c>.</summary>
    /// <param name="Table">The participants' values with those of the field, in the document's order. The former are unique, whatever the case.</param>
    /// <param name="Otherwise">What becomes of a value that the table lacks.</param>
    public sealed record Picklist(ImmutableArray<KeyValuePair<string, string>> Table, UnmatchedValue Otherwise = UnmatchedValue.Refuse) : FieldConversion
    {
        /// <inheritdoc />
        public bool Equals(Picklist? other) => other is not null && Otherwise == other.Otherwise && Table.AsSpan().SequenceEqual(other.Table.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Table.Length, Otherwise);

        internal override ValueStep Compile() => new TableStep(new WordTable(Table), RowIssueKind.NotInTable, Otherwise);
    }

    /// <summary>Puts a fixed text in the place of the value. In JSON <c>constant</c>.</summary>
    /// <param name="Value">The text; not empty.</param>
    /// <param name="When">For every participant, or only where there is no value.</param>
    public sealed record Constant(string Value, ConstantUse When = ConstantUse.Always) : FieldConversion
    {
        internal override ValueStep Compile() => new ConstantStep(this);
    }
}
