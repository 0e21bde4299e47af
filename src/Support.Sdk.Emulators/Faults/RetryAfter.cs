using System.Globalization;

namespace Support.Sdk.Emulators.Faults;

/// <summary>A <c>Retry-After</c> header in one of the forms that services and their proxies really send.</summary>
/// <remarks>A string converts to it and is sent as it stands. The default value is <see cref="Missing"/>.</remarks>
public readonly record struct RetryAfter
{
    private readonly string? _text;
    private readonly TimeSpan? _dateIn;

    private RetryAfter(string? text, TimeSpan? dateIn) => (_text, _dateIn) = (text, dateIn);

    /// <summary>No header at all.</summary>
    public static RetryAfter Missing => default;

    /// <summary>The literal of a jitter formula, as one vendor's gateway has sent it instead of its result.</summary>
    public static RetryAfter Malformed => new("rand(30),add(30)", null);

    /// <summary>More seconds than fit in 64 bits.</summary>
    public static RetryAfter Absurd => new("99999999999999999999", null);

    /// <summary>Whole seconds.</summary>
    /// <param name="seconds">Sent as given; a negative or zero value is a fault of its own.</param>
    public static RetryAfter Seconds(long seconds) => new(seconds.ToString(CultureInfo.InvariantCulture), null);

    /// <summary>An HTTP date this long after the answer, by the emulator's clock. Negative for a date that has passed.</summary>
    public static RetryAfter DateIn(TimeSpan wait) => new(null, wait);

    /// <summary>The header as it stands.</summary>
    public static RetryAfter FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, null);
    }

    /// <inheritdoc cref="FromString"/>
    public static implicit operator RetryAfter(string value) => FromString(value);

    /// <summary>The header's text for an answer at <paramref name="now"/>, or <see langword="null"/> for no header.</summary>
    internal string? Render(DateTimeOffset now) => _dateIn is { } wait ? (now + wait).ToUniversalTime().ToString("R", CultureInfo.InvariantCulture) : _text;

    /// <inheritdoc />
    public override string ToString() => _dateIn is { } wait ? $"date in {wait}" : _text ?? "missing";
}
