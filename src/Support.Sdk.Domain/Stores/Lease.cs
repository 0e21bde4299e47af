namespace Support.Sdk.Stores;

/// <summary>The right to work on something, for a while.</summary>
/// <param name="Owner">Who has it: unique per running process.</param>
/// <param name="Until">When it runs out (UTC); from then on anybody may take the work over.</param>
public readonly record struct Lease(string Owner, DateTimeOffset Until);
