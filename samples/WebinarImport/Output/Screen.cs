using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace WebinarImportSample.Output;

/// <summary>Standard output for results, standard error for what is wrong; both in the reader's language.</summary>
internal sealed class Screen(IAnsiConsole output, IAnsiConsole errors, CultureInfo culture)
{
    public IAnsiConsole Output { get; } = output;

    public Words Words { get; } = new(culture);

    public void Say(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Output.MarkupLineInterpolated($"{Words.Write(key, values)}");

    public void Show(IRenderable what) => Output.Write(what);

    /// <summary>A text as it is, such as a document: no colours, no line breaks of ours.</summary>
    public void Raw(string text) => Output.Profile.Out.Writer.WriteLine(text);

    public void Warn(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => errors.MarkupLineInterpolated($"[yellow]{Words.Write(key, values)}[/]");

    /// <summary>An error: where, what, and what helps.</summary>
    public void Error(string place, Refusal refusal)
    {
        errors.MarkupLineInterpolated($"[red]{(place.Length == 0 ? "" : place + ": ")}{Words.Write(refusal)}[/]");
        if (Words.Remedy(refusal) is { } remedy)
        {
            errors.MarkupLineInterpolated($"  {remedy}");
        }
    }

    public string Number(long number) => number.ToString("N0", Words.Culture);
}
