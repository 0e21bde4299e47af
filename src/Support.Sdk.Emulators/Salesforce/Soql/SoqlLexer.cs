using System.Text;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Cuts a query into tokens.</summary>
internal static class SoqlLexer
{
    public static List<SoqlToken> Read(string soql)
    {
        var tokens = new List<SoqlToken>();
        var at = 0;
        while (at < soql.Length)
        {
            var start = at;
            var character = soql[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
            }
            else if (character == '\'')
            {
                tokens.Add(Text(soql, ref at));
            }
            else if (char.IsAsciiLetter(character) || character == '_')
            {
                while (at < soql.Length && (char.IsAsciiLetterOrDigit(soql[at]) || soql[at] is '_' or '.'))
                {
                    at++;
                }

                tokens.Add(new SoqlToken(SoqlTokenKind.Word, soql[start..at], "", start));
            }
            else if (char.IsAsciiDigit(character) || (character is '-' or '+' or '.' && at + 1 < soql.Length && char.IsAsciiDigit(soql[at + 1])))
            {
                at++;
                while (at < soql.Length && (char.IsAsciiLetterOrDigit(soql[at]) || soql[at] is '-' or '+' or ':' or '.'))
                {
                    at++;
                }

                var literal = soql[start..at];
                var isMoment = literal.Length >= 10 && literal[4] == '-';
                tokens.Add(new SoqlToken(isMoment ? SoqlTokenKind.Moment : SoqlTokenKind.Number, literal, "", start));
            }
            else
            {
                var length = at + 1 < soql.Length && soql.Substring(at, 2) is "!=" or "<=" or ">=" or "<>" ? 2 : 1;
                if (length == 1 && !"(),=<>".Contains(character, StringComparison.Ordinal))
                {
                    throw Error(soql, at, $"unexpected token: '{character}'");
                }

                at += length;
                tokens.Add(new SoqlToken(SoqlTokenKind.Symbol, soql[start..at], "", start));
            }
        }

        tokens.Add(new SoqlToken(SoqlTokenKind.End, "<EOF>", "", soql.Length));
        return tokens;
    }

    /// <summary>The vendor's refusal: the query around the place, then what is wrong.</summary>
    public static RefusalException Error(string soql, int at, string problem)
    {
        var from = Math.Max(0, at - 30);
        var around = soql[from..Math.Min(soql.Length, at + 20)].ReplaceLineEndings(" ");
        return SalesforceErrors.Malformed($"\n{around}\n{new string(' ', at - from)}^\nERROR at Row:1:Column:{at + 1}\n{problem}");
    }

    private static SoqlToken Text(string soql, ref int at)
    {
        var start = at++;
        var value = new StringBuilder();
        var pattern = new StringBuilder();
        while (at < soql.Length && soql[at] != '\'')
        {
            if (soql[at] != '\\')
            {
                value.Append(soql[at]);
                pattern.Append(soql[at++]);
                continue;
            }

            var escaped = at + 1 < soql.Length ? soql[at + 1] : '\0';
            if (escaped is '_' or '%' or '\\')
            {
                value.Append(escaped);
                pattern.Append('\\').Append(escaped);
            }
            else
            {
                var meant = escaped switch
                {
                    '\'' => '\'',
                    '"' => '"',
                    'n' or 'N' => '\n',
                    'r' or 'R' => '\r',
                    't' or 'T' => '\t',
                    'b' or 'B' => '\b',
                    'f' or 'F' => '\f',
                    _ => throw Error(soql, at, "Invalid string literal: illegal escape"),
                };
                value.Append(meant);
                pattern.Append(meant);
            }

            at += 2;
        }

        if (at >= soql.Length)
        {
            throw Error(soql, start, "unexpected end of string literal");
        }

        at++;
        return new SoqlToken(SoqlTokenKind.Text, value.ToString(), pattern.ToString(), start);
    }
}
