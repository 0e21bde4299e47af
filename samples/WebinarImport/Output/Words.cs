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

    /// <summary>What helps, as the refusal names it; <see langword="null"/> when its text says it all.</summary>
    public string? Remedy(Refusal refusal) => refusal.Definition.Remedies.Count == 0 ? null : string.Join(' ', refusal.Definition.Remedies.Select(Remedy));

    private string Remedy(Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Correct => Write("remedy.correct", ("what", remedy.Subject)),
        RemedyKind.Ask => Write("remedy.ask", ("whom", Catalog.Contains("people." + remedy.Subject, Culture) ? Write("people." + remedy.Subject) : remedy.Subject)),
        RemedyKind.Wait => Write("remedy.wait"),
        _ => Catalog.Contains("remedy." + remedy.Subject, Culture) ? Write("remedy." + remedy.Subject) : remedy.Subject,
    };
}
