namespace Support.Sdk.Stores;

/// <summary>The result of a commit.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Version">The version of the stream now.</param>
/// <param name="Position">The position of the last event of the commit in the whole store; 0 unless committed.</param>
/// <param name="Claim">The claim that another stream holds; <see langword="null"/> unless that is the reason.</param>
public readonly record struct CommitResult(CommitStatus Status, long Version, long Position = 0, string? Claim = null);
