namespace Support.Sdk.Salesforce;

/// <summary>A version of the API that the org has.</summary>
/// <param name="Version">The version, such as <c>64.0</c>.</param>
/// <param name="Label">The release, such as <c>Summer '25</c>; or <see langword="null"/>.</param>
/// <param name="Url">Its address relative to the org, or <see langword="null"/>.</param>
public sealed record ApiVersion(string Version, string? Label, string? Url)
{
    /// <summary>The version as a number, by which versions are compared; zero when it is none.</summary>
    public decimal Number => decimal.TryParse(Version, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
