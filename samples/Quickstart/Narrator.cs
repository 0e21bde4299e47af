using System.Globalization;
using System.Text;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Quickstart;

/// <summary>Tells the story in the reader's language and time zone, in lines of at most 100 columns.</summary>
internal sealed class Narrator(TextWriter output, TextCatalog texts, CultureInfo culture)
{
    private const int Width = 100;
    private const string Indent = "   ";

    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The language in which replies are asked for.</summary>
    public string Language => culture.Name;

    private int Number { get; set; }

    /// <summary>A text of the story, or of the SDK: both stand in one catalog.</summary>
    public string Write(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => texts.Write(key, culture, Paris, values);

    public void Title(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Print("", Write(key, values));

    /// <summary>Begins the next numbered step.</summary>
    public void Step(string key, params ReadOnlySpan<(string Name, TextValue Value)> values)
    {
        output.WriteLine();
        Print($"{++Number}. ", Write(key, values));
    }

    public void Say(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Print(Indent, Write(key, values));

    /// <summary>What a user who is refused something reads.</summary>
    public void Quote(Refusal refusal) => Print($"{Indent}> ", texts.Write(refusal, culture, Paris));

    /// <summary>The meetings that a panel shows, each with what can be done about it, and why not.</summary>
    public void Show(MeetingPanel panel)
    {
        foreach (var meeting in panel.Meetings)
        {
            Print($"{Indent}| ", Write("panel.meeting", ("topic", meeting.Topic), ("start", meeting.StartsAt), ("status", Write($"status.{meeting.Status}"))));
            ShowAction(MeetingTexts.StartAction, panel.Action(nameof(MeetingTrigger.Start), meeting.Id)?.Refusal);
            if (meeting.JoinLink is { } link)
            {
                ShowAction(MeetingTexts.JoinAction, meeting.JoinRefusal, link);
            }

            ShowAction(MeetingTexts.CancelAction, panel.Action(nameof(MeetingTrigger.Cancel), meeting.Id)?.Refusal);
        }
    }

    /// <summary>One comment of a ticket; its lines are run together, with a slash where they ended.</summary>
    public void Show(string author, DateTimeOffset at, string comment)
    {
        var lines = comment.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Print($"{Indent}| ", Write("comment", ("author", author), ("at", at), ("text", string.Join(" / ", lines))));
    }

    private void ShowAction(string label, Refusal? refusal, string? link = null) => Print(
        $"{Indent}|   [{(refusal is null ? 'x' : ' ')}] ",
        refusal is null ? $"{Write(label)} {link}".TrimEnd() : Write("panel.refused", ("action", Write(label)), ("reason", texts.Write(refusal, culture, Paris))));

    /// <summary>Breaks the text between words; further lines stand under the first one.</summary>
    private void Print(string head, string text)
    {
        var hanging = string.Concat(head.Select(c => c == '|' ? '|' : ' '));
        var line = new StringBuilder(head);
        foreach (var word in text.Split(' '))
        {
            if (line.Length > head.Length && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line.Clear().Append(hanging);
            }
            else if (line.Length > head.Length)
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        output.WriteLine(line);
    }
}
