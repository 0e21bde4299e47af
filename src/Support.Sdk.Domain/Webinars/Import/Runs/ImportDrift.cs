namespace Support.Sdk.Webinars;

/// <summary>One thing that is different from the confirmed plan.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Participant">The participant, by <see cref="ParticipantName"/>.</param>
/// <param name="Record">The record concerned; <see langword="null"/> where none is.</param>
public readonly record struct ImportDrift(RowDriftKind Kind, string Participant, string? Record);
