using Support.Sdk.StateMachines;

namespace WebinarImportSample.Hosting;

/// <summary>Something that was given cannot be used.</summary>
/// <param name="place">The option, file or setting concerned.</param>
/// <param name="refusal">What is wrong with it, and what helps.</param>
internal sealed class BadInputException(string place, Refusal refusal) : Exception($"{place}: {refusal}")
{
    public string Place { get; } = place;

    public Refusal Refusal { get; } = refusal;
}
