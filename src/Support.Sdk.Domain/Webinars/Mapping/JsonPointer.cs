using System.Text;

namespace Support.Sdk.Webinars;

// Places in a document as RFC 6901 writes them.
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    // The serializer gives JSONPath: $.fields[2].convert[0].table['a.b'].
    public static string FromPath(string? path)
    {
        var pointer = new StringBuilder();
        for (var i = 0; path is not null && i < path.Length; i++)
        {
            if (path[i] == '$' && i == 0)
            {
                continue;
            }

            string name;
            if (path[i] == '[' && i + 1 < path.Length && path[i + 1] == '\'')
            {
                var end = path.IndexOf("']", i + 2, StringComparison.Ordinal);
                end = end < 0 ? path.Length : end;
                name = path[(i + 2)..end];
                i = end + 1;
            }
            else
            {
                var end = path.AsSpan(i + 1).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : i + 1 + end;
                name = path[(i + 1)..end].TrimEnd(']');
                i = end - 1;
            }

            pointer.Append('/').Append(Escape(name));
        }

        return pointer.ToString();
    }
}
