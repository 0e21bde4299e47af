namespace Support.Sdk.Webinars;

/// <summary>How <see cref="FieldConversion.Country"/> writes a country.</summary>
public enum CountryForm
{
    /// <summary>Two letters of ISO 3166-1, such as <c>FR</c>. In JSON <c>alpha2</c>.</summary>
    Alpha2,

    /// <summary>Three letters of ISO 3166-1, such as <c>FRA</c>. In JSON <c>alpha3</c>.</summary>
    Alpha3,

    /// <summary>The English name, such as <c>Germany</c>. In JSON <c>english</c>.</summary>
    English,

    /// <summary>The French name, such as <c>Allemagne</c>. In JSON <c>french</c>.</summary>
    French,
}
