using System.Resources;
using Support.Sdk.Texts;

namespace Support.Sdk.Webinars;

/// <summary>The texts about webinars and their mappings, in English and French, under the codes of <see cref="MappingRefusals"/>, <see cref="RowRefusals"/>, <see cref="ImportRefusals"/> and <see cref="WebinarSetupRefusals"/>.</summary>
/// <remarks>A host replaces a text or adds a language with an <see cref="ITextSource"/> of its own in front of <see cref="Source"/>. Thread-safe.</remarks>
public static class WebinarTexts
{
    /// <summary>Whom to ask: the administrator of the CRM. A phrase for use within a sentence; no placeholders.</summary>
    public const string CrmAdministrator = "people.crm-administrator";

    /// <summary>The texts: English in the invariant culture, French in <c>fr</c>.</summary>
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(WebinarTexts)));
}
