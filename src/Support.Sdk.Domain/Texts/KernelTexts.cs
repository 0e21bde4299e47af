using System.Resources;

namespace Support.Sdk.Texts;

/// <summary>The texts of the refusals that concern every machine (<see cref="StateMachines.KernelRefusals"/>), in English and French.</summary>
/// <remarks>The keys are the codes, the placeholders their parameters. Thread-safe.</remarks>
public static class KernelTexts
{
    /// <summary>The texts: English in the invariant culture, French in <c>fr</c>.</summary>
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(KernelTexts)));
}
