namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads <c>sf__Error</c>: <c>CODE:message:fields --</c>, or the code alone (fact sheet 9.1, where the long form is UNVERIFIED: whatever else stays text).</summary>
internal static class BulkError
{
    private const string End = "--";

    public static SalesforceError Read(string text)
    {
        var colon = text.IndexOf(':');
        var code = colon < 0 ? text : text[..colon];
        if (code.Length == 0 || !code.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            return new(default, text);
        }

        var rest = colon < 0 ? "" : text[(colon + 1)..];
        return TrySplit(rest, out var message, out var fields) ? new(new SalesforceErrorCode(code), message, fields) : new(new SalesforceErrorCode(code), rest);
    }

    /// <summary>The message may hold colons of its own; what stands behind the last one is a list of fields only if nothing but names are in it.</summary>
    private static bool TrySplit(string rest, out string message, out string[] fields)
    {
        (message, fields) = (rest, []);
        var body = rest.AsSpan().TrimEnd();
        var colon = body.LastIndexOf(':');
        if (colon < 0 || !body.EndsWith(End, StringComparison.Ordinal))
        {
            return false;
        }

        fields = body[(colon + 1)..^End.Length].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        message = body[..colon].ToString();
        return fields.All(static field => char.IsAsciiLetter(field[0]) && field.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'));
    }
}
