using System.Collections.Concurrent;
using System.Globalization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Texts;

/// <summary>Every text that people read, in their language: refusals, public replies, cancellations.</summary>
/// <remarks>
/// Thread-safe. For the culture <c>fr-CA</c> the sources are asked for <c>fr-CA</c>, then <c>fr</c>, then the invariant culture (English); for each of
/// them in the order in which they were given, so that a host's source that stands first replaces a text or adds a language.
/// </remarks>
public sealed class TextCatalog
{
    private readonly ITextSource[] _sources;
    private readonly ConcurrentDictionary<(string Key, string Culture), TextTemplate?> _templates = new();

    /// <summary>Creates a catalog over <paramref name="sources"/>, the first of which wins.</summary>
    public TextCatalog(IEnumerable<ITextSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _sources = [.. sources];
    }

    /// <summary>Whether there is a text for <paramref name="key"/> in <paramref name="culture"/> or one of its parents.</summary>
    public bool Contains(string key, CultureInfo culture) => Find(key, culture) is not null;

    /// <summary>Writes a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="timeZone">The reader's time zone, for instants.</param>
    /// <param name="values">The values of the placeholders.</param>
    /// <exception cref="KeyNotFoundException">No source has a text for <paramref name="key"/>.</exception>
    public string Write(string key, CultureInfo culture, TimeZoneInfo timeZone, params ReadOnlySpan<(string Name, TextValue Value)> values)
    {
        var template = Find(key, culture)
            ?? throw new KeyNotFoundException($"There is no text for '{key}' in '{culture.Name}' or English. Add it to a text source.");
        var byName = new Dictionary<string, TextValue>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            byName[name] = value;
        }

        return template.Format(name => byName.TryGetValue(name, out var value) ? value : (TextValue?)null, culture, timeZone);
    }

    /// <summary>Writes a refusal for a person to read.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="timeZone">The reader's time zone; UTC when left out.</param>
    /// <returns>The text; the bare code when no source has one, for a refusal must never be lost for want of a text.</returns>
    public string Write(Refusal refusal, CultureInfo culture, TimeZoneInfo? timeZone = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Find(refusal.Code, culture)?.Format(name => refusal[name], culture, timeZone ?? TimeZoneInfo.Utc) ?? refusal.ToString();
    }

    private TextTemplate? Find(string key, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(culture);
        return _templates.GetOrAdd((key, culture.Name), static (entry, state) => state.Self.Load(entry.Key, state.culture), (Self: this, culture));
    }

    private TextTemplate? Load(string key, CultureInfo culture)
    {
        for (var current = culture; ; current = current.Parent)
        {
            foreach (var source in _sources)
            {
                if (source.Find(key, current) is { } template)
                {
                    return TextTemplate.Parse(template);
                }
            }

            if (current.Equals(CultureInfo.InvariantCulture))
            {
                return null;
            }
        }
    }
}
