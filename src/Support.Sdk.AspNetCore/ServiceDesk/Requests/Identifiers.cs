namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Which texts can be ids. The workflows throw on others, as on a mistake in a program; over HTTP they are a mistake of the caller's.</summary>
internal static class Identifiers
{
    private const int MaxLength = 200;

    public static bool IsId(string id) => id.Length <= MaxLength && !string.IsNullOrWhiteSpace(id) && !id.Any(char.IsControl);

    public static bool IsChannelId(string id) => id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
