namespace Support.Sdk.Webinars;

/// <summary>The letters that <see cref="FieldConversion.Case"/> writes, by the invariant culture.</summary>
public enum LetterCase
{
    /// <summary>Small letters. In JSON <c>lower</c>.</summary>
    Lower,

    /// <summary>Capital letters. In JSON <c>upper</c>.</summary>
    Upper,
}
