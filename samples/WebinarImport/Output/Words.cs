using System.Globalization;
using System.Resources;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Output;

/// <summary>What the program says, in English and French: its own texts beside those of the SDK, which tell about mappings, rows and imports.</summary>
internal sealed class Words(CultureInfo culture)
{
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(Words)));

    private static TextCatalog Catalog { get; } = new([Source, WebinarTexts.Source, KernelTexts.Source]);

    public CultureInfo Culture { get; } = culture;

    public string Write(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => Catalog.Write(key, Culture, TimeZoneInfo.Local, values);

    public string Write(Refusal refusal) => Catalog.Write(refusal, Culture, TimeZoneInfo.Local);

    /// <summary>The commands of this program that help, where the refusal names such; what is to be corrected, and whom to ask, its text says itself.</summary>
    public string? Remedy(Refusal refusal)
    {
        var remedies = refusal.Definition.Remedies
            .Where(remedy => remedy.Kind == RemedyKind.Action && Catalog.Contains("remedy." + remedy.Subject, Culture))
            .Select(remedy => Write("remedy." + remedy.Subject))
            .ToList();
        return remedies.Count == 0 ? null : string.Join(' ', remedies);
    }
}
