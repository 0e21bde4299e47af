using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Support.Sdk.Salesforce;

/// <summary>Instants as Salesforce writes them: <c>2013-04-04T20:52:22.000+0000</c>, the offset without a colon (fact sheet 4).</summary>
public static class SalesforceDateTime
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Reads an instant, with the offset in any spelling (<c>+0000</c>, <c>+00:00</c>, <c>Z</c>); without one it is UTC.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>Whether <paramref name="text"/> is an instant.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>Writes an instant in UTC, to the millisecond, as JSON, CSV and SOQL take it: <c>2026-01-01T00:00:00.000Z</c>.</summary>
    /// <param name="instant">The instant.</param>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
