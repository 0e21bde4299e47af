namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads <c>sf__Error</c>: <c>CODE:message:fields --</c>, or the code alone (fact sheet 9.1).</summary>
internal static class BulkError
{
    public static SalesforceError Read(string text)
    {
        var colon = text.IndexOf(':');
        var code = colon < 0 ? text : text[..colon];
        return code.Length > 0 && code.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
            ? new(new SalesforceErrorCode(code), colon < 0 ? "" : text[(colon + 1)..])
            : new(default, text);
    }
}
