using System.Collections.Immutable;
using System.Globalization;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.Webinars;

/// <summary>A reason that a row's result names, in the form in which it is kept: a code with its values.</summary>
/// <remarks>Immutable and thread-safe. Holds no value of the participant.</remarks>
/// <param name="Code">The stable code, of <see cref="ImportRefusals"/> or <see cref="RowRefusals"/>.</param>
/// <param name="Values">The values of the code's parameters, as text.</param>
public sealed record ImportNote(string Code, ImmutableArray<string> Values)
{
    // Texts may look like numbers, such as the id of a record or the label of a field; only these are.
    private static readonly HashSet<string> Numbers = ["count", "row", "maximum"];

    private static readonly Dictionary<string, RefusalCode> Codes =
        ImportRefusals.All.Concat(RowRefusals.All).ToDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Keeps a reason.</summary>
    /// <param name="refusal">The reason.</param>
    public static ImportNote Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Code, [.. refusal.Values.Select(static value => value.ToString())]);
    }

    /// <summary>The reason, whose text stands in <see cref="WebinarTexts"/>; <see langword="null"/> when this version does not know the code.</summary>
    public Refusal? Describe() =>
        Codes.TryGetValue(Code, out var code) && code.Parameters.Count == Values.Length
            ? code.Refuse([.. Values.Zip(code.Parameters, Typed)])
            : null;

    /// <inheritdoc />
    public bool Equals(ImportNote? other) => other is not null && Code == other.Code && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Values.Length);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    internal void Write(ByteWriter writer)
    {
        writer.Text(Code);
        writer.Texts(Values);
    }

    internal static ImportNote Read(ref ByteReader reader) => new(reader.Text(), reader.Texts());

    private static TextValue Typed(string value, string parameter) =>
        Numbers.Contains(parameter) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;
}
