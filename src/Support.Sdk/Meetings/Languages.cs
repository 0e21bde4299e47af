using System.Globalization;

namespace Support.Sdk.Meetings;

/// <summary>Cultures by the names that callers give.</summary>
internal static class Languages
{
    public static bool IsKnown(string language)
    {
        try
        {
            _ = CultureInfo.GetCultureInfo(language);
            return true;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    public static CultureInfo Check(string language, string parameter) => IsKnown(language)
        ? CultureInfo.GetCultureInfo(language)
        : throw new ArgumentException($"'{language}' is no culture. Use a name such as 'en' or 'fr-CA'.", parameter);
}
