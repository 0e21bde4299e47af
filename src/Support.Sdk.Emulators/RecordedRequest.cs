namespace Support.Sdk.Emulators;

/// <summary>A request as it arrived, and what became of it. Immutable.</summary>
/// <param name="Sequence">1 for the first request of the emulator, then counting up.</param>
/// <param name="At">When it arrived (UTC, by the emulator's clock).</param>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Path">The path as sent, without the query.</param>
/// <param name="Query">The query as sent with its question mark, or the empty string.</param>
/// <param name="Headers">The headers, names compared without case; credentials are masked.</param>
/// <param name="Body">The body as text; credentials are masked. Empty when there was none; of one above 64 KiB a note of its size.</param>
/// <param name="Status">The status answered; <see langword="null"/> while it is under way and when the connection was cut.</param>
/// <param name="Fault">The fault of the script that struck it, or <see langword="null"/>.</param>
/// <param name="Error">The defect of the emulator that made it answer 500, or <see langword="null"/>.</param>
public sealed record RecordedRequest(
    long Sequence,
    DateTimeOffset At,
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int? Status,
    string? Fault,
    string? Error)
{
    /// <summary>Path and query together.</summary>
    public string PathAndQuery => Path + Query;

    /// <summary>For a glance: <c>POST /v1/meetings -&gt; 200</c>.</summary>
    public override string ToString() =>
        $"{Method} {PathAndQuery} -> {(Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "no answer")}{(Fault is null ? "" : $" ({Fault})")}";
}
