namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A duplicate rule of the emulated org: records of an object that have all these fields in common are duplicates. Immutable.</summary>
/// <param name="ObjectName">The object, such as <c>Contact</c>.</param>
/// <param name="Name">The rule's name, such as <c>Standard_Contact_Duplicate_Rule</c>.</param>
/// <param name="Fields">At least one field; all must be filled and equal, case not regarded.</param>
/// <remarks>Real rules match fuzzily; equality is what a test can foresee.</remarks>
public sealed record SalesforceDuplicateRule(string ObjectName, string Name, IReadOnlyList<string> Fields)
{
    /// <summary>Whether <c>Sforce-Duplicate-Rule-Header: allowSave=true</c> overrides it.</summary>
    /// <value>Default <see langword="true"/>; a rule that blocks says <see langword="false"/>.</value>
    public bool AllowSave { get; init; } = true;

    /// <summary>The sentence of the refusal.</summary>
    /// <value>Default <c>Use one of these records?</c>, as observed.</value>
    public string Message { get; init; } = "Use one of these records?";
}
