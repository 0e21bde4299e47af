using System.Globalization;
using System.Resources;

namespace Support.Sdk.Texts;

/// <summary>Texts from .NET resources (<c>.resx</c>): the neutral file is English, a satellite per further language.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="resources">The resources.</param>
public sealed class ResourceTextSource(ResourceManager resources) : ITextSource
{
    private readonly ResourceManager _resources = resources ?? throw new ArgumentNullException(nameof(resources));

    /// <inheritdoc />
    public string? Find(string key, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key);
    }

    /// <summary>All keys that the culture's own resources hold; empty when it has none.</summary>
    public IReadOnlyCollection<string> Keys(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (_resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set)
        {
            return [];
        }

        List<string> keys = [];
        foreach (System.Collections.DictionaryEntry entry in set)
        {
            keys.Add((string)entry.Key);
        }

        keys.Sort(StringComparer.Ordinal);
        return keys;
    }
}
