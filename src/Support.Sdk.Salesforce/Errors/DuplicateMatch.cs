namespace Support.Sdk.Salesforce;

/// <summary>A record that a duplicate rule takes for the same.</summary>
/// <param name="Type">Its object, such as <c>Contact</c>, or <see langword="null"/>.</param>
/// <param name="Id">Its id; <see langword="null"/> when the user may not see it.</param>
/// <param name="MatchingRule">The matching rule that found it, or <see langword="null"/>.</param>
/// <param name="Confidence">How sure the rule is, 0 to 100, or <see langword="null"/>.</param>
public sealed record DuplicateMatch(string? Type, string? Id, string? MatchingRule, double? Confidence);
