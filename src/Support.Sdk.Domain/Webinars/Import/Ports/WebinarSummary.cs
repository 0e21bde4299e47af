namespace Support.Sdk.Webinars;

/// <summary>A webinar, as far as choosing it for an import needs.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">The provider's id of the webinar, the same for every time that it is held.</param>
/// <param name="Title">The title.</param>
/// <param name="Start">When it begins (UTC).</param>
/// <param name="End">When it ends (UTC).</param>
public sealed record WebinarSummary(string Id, string Title, DateTimeOffset Start, DateTimeOffset End);
