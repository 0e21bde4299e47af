namespace Support.Sdk.Zendesk.Tickets;

/// <summary>How the requester rated a ticket.</summary>
public sealed record SatisfactionRating
{
    /// <summary>The id of the rating.</summary>
    public long? Id { get; init; }

    /// <summary>The score, such as <c>good</c>, <c>bad</c>, <c>offered</c>, <c>unoffered</c>. Open.</summary>
    public string? Score { get; init; }

    /// <summary>What the requester wrote.</summary>
    public string? Comment { get; init; }

    /// <summary>The reason the requester chose.</summary>
    public string? Reason { get; init; }
}
