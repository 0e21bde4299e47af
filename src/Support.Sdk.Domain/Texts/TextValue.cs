using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Support.Sdk.Texts;

/// <summary>A typed value of a refusal or a message: a text, a whole number, an instant or a length of time.</summary>
/// <remarks>Immutable. <see langword="default"/> is the empty text.</remarks>
[SuppressMessage("Usage", "CA2225", Justification = "Each conversion has its named factory.")]
public readonly record struct TextValue
{
    private readonly string? _text;
    private readonly long _number;

    private TextValue(TextValueKind kind, string? text, long number)
    {
        Kind = kind;
        _text = text;
        _number = number;
    }

    /// <summary>What kind of value this is.</summary>
    public TextValueKind Kind { get; }

    /// <summary>A text.</summary>
    public static implicit operator TextValue(string text) => OfText(text);

    /// <summary>A whole number.</summary>
    public static implicit operator TextValue(long number) => OfNumber(number);

    /// <summary>An instant.</summary>
    public static implicit operator TextValue(DateTimeOffset instant) => OfInstant(instant);

    /// <summary>A length of time.</summary>
    public static implicit operator TextValue(TimeSpan duration) => OfDuration(duration);

    /// <summary>A text.</summary>
    public static TextValue OfText(string text) => new(TextValueKind.Text, text, 0);

    /// <summary>A whole number.</summary>
    public static TextValue OfNumber(long number) => new(TextValueKind.Number, null, number);

    /// <summary>An instant, kept as UTC.</summary>
    public static TextValue OfInstant(DateTimeOffset instant) => new(TextValueKind.Instant, null, instant.UtcTicks);

    /// <summary>A length of time.</summary>
    public static TextValue OfDuration(TimeSpan duration) => new(TextValueKind.Duration, null, duration.Ticks);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">This is no text.</exception>
    public string AsText() => Kind == TextValueKind.Text ? _text ?? "" : throw Not(TextValueKind.Text);

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">This is no number.</exception>
    public long AsNumber() => Kind == TextValueKind.Number ? _number : throw Not(TextValueKind.Number);

    /// <summary>The instant (UTC).</summary>
    /// <exception cref="InvalidOperationException">This is no instant.</exception>
    public DateTimeOffset AsInstant() => Kind == TextValueKind.Instant ? new DateTimeOffset(_number, TimeSpan.Zero) : throw Not(TextValueKind.Instant);

    /// <summary>The length of time.</summary>
    /// <exception cref="InvalidOperationException">This is no duration.</exception>
    public TimeSpan AsDuration() => Kind == TextValueKind.Duration ? new TimeSpan(_number) : throw Not(TextValueKind.Duration);

    /// <summary>The value in the invariant culture: texts and numbers as they are, instants as ISO 8601 in UTC, durations as <c>[d.]hh:mm:ss</c>.</summary>
    public override string ToString() => Kind switch
    {
        TextValueKind.Text => _text ?? "",
        TextValueKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        TextValueKind.Instant => AsInstant().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => AsDuration().ToString("c", CultureInfo.InvariantCulture),
    };

    private InvalidOperationException Not(TextValueKind wanted) => new($"The value is of kind {Kind}, not {wanted}.");
}
