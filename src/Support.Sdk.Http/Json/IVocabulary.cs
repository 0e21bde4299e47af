namespace Support.Sdk.Http;

/// <summary>A word of a vendor's vocabulary, which may be one that this version does not know; <see langword="default"/> is none. <see cref="VocabularyConverter{T}"/> reads and writes it.</summary>
/// <typeparam name="TSelf">The type of the words.</typeparam>
public interface IVocabulary<TSelf>
    where TSelf : struct, IVocabulary<TSelf>
{
    /// <summary>The vendor's word; empty for <see langword="default"/>.</summary>
    string Value { get; }

    /// <summary>Makes a word.</summary>
    /// <param name="value">The vendor's word, known or not; neither empty nor white space.</param>
    static abstract TSelf From(string value);
}
