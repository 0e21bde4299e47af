using System.Resources;
using Support.Sdk.Texts;

namespace Support.Sdk.ServiceDesk;

/// <summary>The texts of <see cref="ServiceDeskRefusals"/>, in English and French.</summary>
/// <remarks>The keys are the codes, the placeholders their parameters. Thread-safe.</remarks>
public static class ServiceDeskTexts
{
    /// <summary>The texts: English in the invariant culture, French in <c>fr</c>.</summary>
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(ServiceDeskTexts)));
}
