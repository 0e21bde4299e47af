namespace Support.Sdk.ServiceDesk;

/// <summary>One page of a list.</summary>
/// <typeparam name="TItem">What the list holds.</typeparam>
public sealed record ServiceDeskPage<TItem>
{
    /// <summary>The items in the list's order; empty on the last page at most.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }

    /// <summary>What to pass as <c>after</c> for the next page; <see langword="null"/> at the end. Opaque: it is never read or made by a caller.</summary>
    public string? Next { get; init; }
}
