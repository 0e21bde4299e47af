namespace Support.Sdk.Salesforce.Records;

/// <summary>How duplicate rules of the org treat a save (<c>Sforce-Duplicate-Rule-Header</c>, since v52; fact sheet 3). They apply to creations and upserts.</summary>
public sealed record DuplicateRuleHeader
{
    /// <summary>Whether to save although a rule matched, where the rule allows it (<see cref="DuplicateResult.AllowSave"/>).</summary>
    /// <value>False by default.</value>
    public bool AllowSave { get; init; }

    /// <summary>Whether the matches come with their fields instead of their ids only.</summary>
    /// <value>False by default.</value>
    public bool IncludeRecordDetails { get; init; }

    /// <summary>Whether the rules see only what the user may see.</summary>
    /// <value>True by default.</value>
    public bool RunAsCurrentUser { get; init; } = true;

    internal string Value => $"allowSave={Word(AllowSave)}; includeRecordDetails={Word(IncludeRecordDetails)}; runAsCurrentUser={Word(RunAsCurrentUser)}";

    private static string Word(bool value) => value ? "true" : "false";
}
