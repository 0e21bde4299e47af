namespace Support.Sdk.Webinars;

// Places in a document as RFC 6901 writes them.
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
