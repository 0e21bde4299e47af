namespace Support.Sdk.Webinars;

/// <summary>What a plan keeps of a row in order to notice later that something is different: no values, no more than 200 bytes.</summary>
/// <remarks>Immutable and thread-safe. The order and form are stable: two runs over the same participants and records give equal stamps.</remarks>
/// <param name="Number">The row's number.</param>
/// <param name="SourceId">Webex' id of the participant; empty when there is none.</param>
/// <param name="Values">A digest of the mapped values and of what is wrong with them.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="RecordId">The record that would be changed, or needs no change; otherwise <see langword="null"/>.</param>
/// <param name="RecordVersion">The version of that record.</param>
public sealed record RowStamp(long Number, string SourceId, UInt128 Values, ImportVerdict Verdict, string? RecordId = null, string? RecordVersion = null);
