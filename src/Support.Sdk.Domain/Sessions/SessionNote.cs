namespace Support.Sdk.Sessions;

/// <summary>A technician's note on a session.</summary>
/// <param name="Id">Its id, given by the caller.</param>
/// <param name="Technician">Who wrote it.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it was written (UTC).</param>
public sealed record SessionNote(string Id, string Technician, string Text, DateTimeOffset At);
