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

    public IAnsiConsole Errors { get; } = errors;

    public Words Words { get; } = new(culture);

    // Never as markup: a name between colons, such as :key:, would become a picture.
    public void Say(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Output.WriteLine(Words.Write(key, values), Style.Plain);

    public void Show(IRenderable what) => Output.Write(what);

    /// <summary>A text as it is, such as a document: no colours, no line breaks of ours.</summary>
    public void Raw(string text) => Output.Profile.Out.Writer.WriteLine(text);

    /// <summary>Whether somebody looks on: what is written may move.</summary>
    public bool IsInteractive => Output.Profile.Capabilities.Interactive;

    /// <summary>A word about what goes on, which does not tear a progress bar apart.</summary>
    public void Note(string text) => (IsInteractive ? Output : Errors).WriteLine(text, Color.Yellow);

    public void Warn(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Errors.WriteLine(Words.Write(key, values), Color.Yellow);

    /// <summary>An error: where, what, and what helps.</summary>
    public void Error(string place, Refusal refusal)
    {
        Errors.WriteLine((place.Length == 0 ? "" : place + ": ") + Words.Write(refusal), Color.Red);
        if (Words.Remedy(refusal) is { } remedy)
        {
            Errors.WriteLine("  " + remedy, Style.Plain);
        }
    }

    public string Number(long number) => number.ToString("N0", Words.Culture);
}
