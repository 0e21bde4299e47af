using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A comment with its author.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Author">The author; <see langword="null"/> when Zendesk did not include it (the system, a deleted user).</param>
public sealed record AuthoredComment(TicketComment Comment, User? Author);
