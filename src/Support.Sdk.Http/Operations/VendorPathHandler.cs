using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Http;

/// <summary>Escapes the holes of an interpolated path; used by the compiler for <see cref="VendorPath.Of"/>.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct VendorPathHandler
{
    private DefaultInterpolatedStringHandler _inner;

    /// <summary>Called by the compiler.</summary>
    public VendorPathHandler(int literalLength, int formattedCount) =>
        _inner = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Called by the compiler: text of the program, taken as it is.</summary>
    public void AppendLiteral(string value) => _inner.AppendLiteral(value);

    /// <summary>Called by the compiler: a value, escaped.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty, <c>.</c> or <c>..</c>.</exception>
    public void AppendFormatted(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new ArgumentException("A path segment must not be null, white space, '.' or '..'; the request would go to another address.", nameof(value));
        }

        _inner.AppendLiteral(Uri.EscapeDataString(value));
    }

    /// <summary>Called by the compiler: a number or id, formatted invariantly and escaped.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> formats to an empty text, <c>.</c> or <c>..</c>.</exception>
    public void AppendFormatted<T>(T value) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());

    internal string ToStringAndClear() => _inner.ToStringAndClear();
}
