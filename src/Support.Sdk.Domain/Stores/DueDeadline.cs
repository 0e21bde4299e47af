namespace Support.Sdk.Stores;

/// <summary>A deadline that is due and leased.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Deadline">The deadline (UTC).</param>
public readonly record struct DueDeadline(StreamId Stream, DateTimeOffset Deadline);
