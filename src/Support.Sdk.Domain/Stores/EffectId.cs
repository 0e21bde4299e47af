using System.Globalization;

namespace Support.Sdk.Stores;

/// <summary>Names an effect, and is its idempotency key: stream, version of the event that caused it, and ordinal, such as <c>meetings/zendesk:acme:35436/3/0</c>.</summary>
/// <param name="Stream">The stream whose event caused the effect.</param>
/// <param name="Version">The version of that event, from 1.</param>
/// <param name="Ordinal">The place among the effects of that event, from 0.</param>
public readonly record struct EffectId(StreamId Stream, long Version, int Ordinal)
{
    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">The text is no effect id.</exception>
    public static EffectId Parse(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var last = value.LastIndexOf('/');
        var middle = last > 0 ? value.LastIndexOf('/', last - 1) : -1;
        return middle > 0
            && long.TryParse(value.AsSpan(middle + 1, last - middle - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && int.TryParse(value.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? new(StreamId.Parse(value[..middle]), version, ordinal)
            : throw new ArgumentException($"'{value}' is no effect id; expected 'stream/version/ordinal'.", nameof(value));
    }

    /// <summary>The id as text: <c>stream/version/ordinal</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream.Value}/{Version}/{Ordinal}");
}
