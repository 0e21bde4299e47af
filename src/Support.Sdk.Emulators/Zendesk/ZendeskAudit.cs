namespace Support.Sdk.Emulators.Zendesk;

/// <summary>One update of a ticket. Immutable.</summary>
/// <param name="Id">The audit's id.</param>
/// <param name="AuthorId">Who made the update.</param>
/// <param name="CreatedAt">When (UTC, whole seconds).</param>
/// <param name="CustomMetadata">The JSON object that the update gave as <c>metadata</c>; <c>{}</c> when it gave none.</param>
/// <param name="Events">The events as JSON objects, in order; each has a <c>type</c>.</param>
public sealed record ZendeskAudit(long Id, long AuthorId, DateTimeOffset CreatedAt, string CustomMetadata, IReadOnlyList<string> Events);
