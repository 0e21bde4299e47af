using Xunit.v3;

namespace Support.Sdk.Tests;

/// <summary>Names the requirement that a test proves, such as <c>MTG-05</c>. Shows as the trait "Requirement".</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Requirement", Id)];
}
