using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.Salesforce.Records;

/// <summary>The id of a record in its long form of 18 characters, which can be compared without regard to case by others (fact sheet 4).</summary>
/// <remarks>Immutable and thread-safe. Short ids of 15 characters differ by case alone; they are made long by adding their checksum. <see langword="default"/> is no id.</remarks>
public readonly record struct RecordId : IParsable<RecordId>
{
    private const string Checksums = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private readonly string? _value;

    private RecordId(string value) => _value = value;

    /// <summary>The 18 characters; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The first three characters, which name the object: <c>003</c> is a contact. See <see cref="Metadata.SObjectDescription.KeyPrefix"/>.</summary>
    public string KeyPrefix => Value.Length == 0 ? "" : Value[..3];

    /// <summary>Reads an id of 15 or 18 characters.</summary>
    /// <param name="text">The id.</param>
    /// <exception cref="FormatException">It has another length, other characters, or a wrong checksum.</exception>
    public static RecordId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no id of a Salesforce record: 15 letters and digits, or 18 of which the last three are the checksum of the others.");

    /// <summary>Reads an id of 15 or 18 characters.</summary>
    /// <param name="text">The id, or anything.</param>
    /// <param name="id">The id in its long form.</param>
    /// <returns>Whether <paramref name="text"/> is one. Of an 18-character id the checksum must be right; its case does not matter, that of the others does.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        id = default;
        if (text is not { Length: 15 or 18 } || !text.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var whole = text[..15] + Checksum(text);
        if (text.Length == 18 && !whole.AsSpan(15).Equals(text.AsSpan(15), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        id = new(whole);
        return true;
    }

    /// <summary>The 18 characters.</summary>
    public override string ToString() => Value;

    static RecordId IParsable<RecordId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RecordId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordId result) => TryParse(s, out result);

    /// <summary>One character per five: which of them are upper case, as a number of five bits.</summary>
    private static string Checksum(string text) => string.Create(3, text, static (checksum, text) =>
    {
        for (var part = 0; part < 3; part++)
        {
            var bits = 0;
            for (var place = 0; place < 5; place++)
            {
                bits |= char.IsAsciiLetterUpper(text[(part * 5) + place]) ? 1 << place : 0;
            }

            checksum[part] = Checksums[bits];
        }
    });
}
