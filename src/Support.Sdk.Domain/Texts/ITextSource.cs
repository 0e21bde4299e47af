using System.Globalization;

namespace Support.Sdk.Texts;

/// <summary>Where texts for people come from. A host adds its own to replace a text or to add a language (MTG-16).</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface ITextSource
{
    /// <summary>Finds a text in exactly this culture; the catalog walks from <c>fr-CA</c> over <c>fr</c> to the invariant culture (English).</summary>
    /// <param name="key">The key, such as the code of a refusal.</param>
    /// <param name="culture">The culture; parents are not to be tried.</param>
    /// <returns>The template with its <c>{placeholders}</c>, or <see langword="null"/> when this source has none.</returns>
    string? Find(string key, CultureInfo culture);
}
