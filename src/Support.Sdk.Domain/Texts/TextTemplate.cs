using System.Globalization;
using System.Text;

namespace Support.Sdk.Texts;

/// <summary>
/// A text with named placeholders: <c>Starts {start:f}.</c> Behind the colon stands a .NET format. Instants are written in the reader's time zone, and
/// without a format as long date and short time. A brace that is meant is doubled.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TextTemplate
{
    private readonly Part[] _parts;

    private TextTemplate(Part[] parts) => _parts = parts;

    /// <summary>The names of the placeholders, each once, in order of appearance.</summary>
    public IReadOnlyList<string> Placeholders => [.. _parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace is not closed, not opened, or encloses no name; the message names the position, from 0.</exception>
    public static TextTemplate Parse(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        List<Part> parts = [];
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '}')
            {
                throw new FormatException($"The template has a closing brace without an opening one at position {i}; double it if it is meant.");
            }
            else if (c == '{')
            {
                var end = template.IndexOf('}', i);
                if (end < 0)
                {
                    throw new FormatException($"The template's placeholder at position {i} is not closed.");
                }

                Flush(parts, literal);
                parts.Add(Placeholder(template[(i + 1)..end], i));
                i = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        Flush(parts, literal);
        return new TextTemplate([.. parts]);
    }

    /// <summary>Fills in the placeholders.</summary>
    /// <param name="values">Gives the value of a placeholder, or <see langword="null"/> when there is none; the placeholder then stays visible in braces.</param>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="timeZone">The reader's time zone.</param>
    public string Format(Func<string, TextValue?> values, CultureInfo culture, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentNullException.ThrowIfNull(timeZone);
        var result = new StringBuilder();
        foreach (var part in _parts)
        {
            if (!part.IsPlaceholder)
            {
                result.Append(part.Text);
            }
            else if (values(part.Text) is { } value)
            {
                result.Append(Write(value, part.Format, culture, timeZone));
            }
            else
            {
                result.Append('{').Append(part.Text).Append('}');
            }
        }

        return result.ToString();
    }

    private static Part Placeholder(string content, int position)
    {
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? content : content[..colon]).Trim();
        return name.Length == 0
            ? throw new FormatException($"The template's placeholder at position {position} has no name.")
            : new Part(name, colon < 0 ? null : content[(colon + 1)..], IsPlaceholder: true);
    }

    private static void Flush(List<Part> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new Part(literal.ToString(), null, IsPlaceholder: false));
            literal.Clear();
        }
    }

    private static string Write(TextValue value, string? format, CultureInfo culture, TimeZoneInfo timeZone) => value.Kind switch
    {
        TextValueKind.Text => value.AsText(),
        TextValueKind.Number => value.AsNumber().ToString(format ?? "N0", culture),
        TextValueKind.Instant => TimeZoneInfo.ConvertTime(value.AsInstant(), timeZone).ToString(format ?? "f", culture),
        _ => WriteDuration(value.AsDuration(), format, culture),
    };

    // Without a format a duration reads "45 min", "1 h", "1 h 30 min": the symbols are the same in English and French.
    private static string WriteDuration(TimeSpan duration, string? format, CultureInfo culture)
    {
        if (format is not null)
        {
            return duration.ToString(format, culture);
        }

        var hours = (long)duration.TotalHours;
        return (hours, duration.Minutes) switch
        {
            (0, var minutes) => string.Create(culture, $"{minutes} min"),
            (_, 0) => string.Create(culture, $"{hours} h"),
            (_, var minutes) => string.Create(culture, $"{hours} h {minutes} min"),
        };
    }

    private readonly record struct Part(string Text, string? Format, bool IsPlaceholder);
}
