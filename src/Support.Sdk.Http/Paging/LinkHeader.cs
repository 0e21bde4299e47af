using System.Net.Http.Headers;

namespace Support.Sdk.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288, once RFC 5988).</summary>
public static class LinkHeader
{
    /// <summary>The target of the first link with the relation <c>next</c>, exactly as written; <see langword="null"/> when there is none.</summary>
    public static string? Next(HttpResponseHeaders headers) => Find(headers, "next");

    /// <summary>The target of the first link with <paramref name="relation"/>, exactly as written; <see langword="null"/> when there is none.</summary>
    /// <param name="headers">The response headers.</param>
    /// <param name="relation">The relation; upper and lower case are the same.</param>
    public static string? Find(HttpResponseHeaders headers, string relation)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentException.ThrowIfNullOrWhiteSpace(relation);
        if (!headers.NonValidated.TryGetValues("Link", out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            if (FindIn(value, relation) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private static string? FindIn(string header, string relation)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is var open and >= 0 && rest[(open + 1)..].IndexOf('>') is var length and >= 0)
        {
            var target = rest.Slice(open + 1, length);
            rest = rest[(open + length + 2)..];
            var parameters = rest[..IndexOutsideQuotes(rest, ',')];
            rest = rest[parameters.Length..];
            if (HasRelation(parameters, relation))
            {
                return target.Trim().ToString();
            }
        }

        return null;
    }

    /// <summary>Where <paramref name="separator"/> first stands outside a quoted text; the length when nowhere.</summary>
    private static int IndexOutsideQuotes(ReadOnlySpan<char> text, char separator)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == separator && !quoted)
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool HasRelation(ReadOnlySpan<char> parameters, string relation)
    {
        while (!parameters.IsEmpty)
        {
            var end = IndexOutsideQuotes(parameters, ';');
            var parameter = parameters[..end].Trim();
            parameters = parameters[Math.Min(end + 1, parameters.Length)..];
            var equals = parameter.IndexOf('=');
            if (equals < 0 || !parameter[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var relations = parameter[(equals + 1)..].Trim().Trim('"');
            foreach (var word in relations.Split(' '))
            {
                if (relations[word].Equals(relation, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            // Only the first rel counts (RFC 8288 §3.3).
            return false;
        }

        return false;
    }
}
