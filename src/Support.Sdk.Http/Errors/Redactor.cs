using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Support.Sdk.Http;

/// <summary>Strikes secrets out of texts that come from outside, whole or cut.</summary>
internal static partial class Redactor
{
    private const string Struck = "***";

    /// <summary>Strikes out the values of secret JSON properties and form fields, credentials and the query strings of addresses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="credential">The credential that was sent: its value is struck out wherever it stands.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text, AccessToken? credential = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        if (credential is not null)
        {
            text = text.Replace(credential.Value, Struck, StringComparison.Ordinal);
        }

        try
        {
            text = JsonSecret().Replace(text, "$1\"" + Struck + "\"");
            text = Credential().Replace(text, "$1 " + Struck);
            text = Query().Replace(text, "$1?" + Struck);
            return FormSecret().Replace(text, "$1=" + Struck);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text made to be hard to search is withheld whole.
            return Struck;
        }
    }

    // A secret's name, then its value: a text (perhaps cut off, perhaps inside an escaped JSON text), a number, or an array or object up to its first closing bracket.
    [GeneratedRegex("""
        (\\*"[A-Za-z0-9_.-]*(?:token|secret|password|passwd|passphrase|hostkey|hostpin|authorization|api[_-]?key|verifier|cookie|credential|signature)[A-Za-z0-9_.-]*\\*"\s*:\s*)(?:\\+"(?:[^"\\]|\\+[^"])*(?:\\*"|$)|"(?:[^"\\]|\\.)*(?:"|$)|[\[{][^\]}]*[\]}]?|[^\s,}\]"]+)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex JsonSecret();

    [GeneratedRegex(@"\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Credential();

    [GeneratedRegex("""(https?:\\?/\\?/[^\s"'<>?]+)\?[^\s"'<>]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"\b(\w*(?:token|secret|password|hostkey|hostpin|verifier))=[^&\s""']+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormSecret();
}
