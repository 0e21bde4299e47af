namespace Support.Sdk.Sessions;

/// <summary>A page of sessions, by their id: with the ids of the SDK, oldest first.</summary>
/// <param name="Items">The sessions; may be fewer than were asked for, and even none, though there is a next page: what time or another has just changed is left out.</param>
/// <param name="Next">What to ask the next page with; <see langword="null"/> at the end.</param>
public sealed record SessionPage(IReadOnlyList<SessionView> Items, string? Next);
