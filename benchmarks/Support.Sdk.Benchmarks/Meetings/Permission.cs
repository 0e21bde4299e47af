using Support.Sdk.Meetings;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>What the hand-written panel knows about an action: the code that forbids it, and the meeting that is in the way.</summary>
public readonly record struct Permission(string Action, string Subject, string? Code = null, Meeting? Concerning = null);
