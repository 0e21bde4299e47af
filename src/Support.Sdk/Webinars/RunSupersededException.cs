namespace Support.Sdk.Webinars;

/// <summary>Another run of the import has got further, or it has ended: this run has no say any more.</summary>
internal sealed class RunSupersededException(string refusal) : Exception($"The import has moved on: {refusal}.");
