using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>A version as an entity tag (RFC 9110, 8.8.3): the number in quotes, strong.</summary>
internal static class VersionTag
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Reads an <c>If-Match</c> of one tag; <c>*</c> is any version.</summary>
    [SuppressMessage("Design", "CA1021", Justification = "The pattern of TryParse.")]
    public static bool TryRead(string header, out long? version)
    {
        version = null;
        if (header == "*")
        {
            return true;
        }

        if (header is not ['"', .. var digits, '"'] || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        version = number;
        return true;
    }
}
