namespace Support.Sdk.Zendesk.Tickets;

/// <summary>How tickets are listed.</summary>
public sealed record TicketListOptions
{
    /// <summary>The items of a page, 1 to 100; <see langword="null"/> for 100.</summary>
    public int? PageSize { get; init; }

    /// <summary><c>updated_at</c>, <c>id</c> or <c>status</c>, with <c>-</c> in front for descending; <see langword="null"/> for Zendesk's own order. Others are answered with 400.</summary>
    public string? Sort { get; init; }

    /// <summary>Only tickets with this external id.</summary>
    public string? ExternalId { get; init; }
}
