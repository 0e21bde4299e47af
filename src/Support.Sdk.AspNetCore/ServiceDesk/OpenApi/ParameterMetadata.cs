using Support.Sdk.AspNetCore.ServiceDesk.Requests;

namespace Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

/// <summary>A parameter of the query or a header that an endpoint reads by itself, for the description of the API.</summary>
internal sealed record ParameterMetadata(string Name, bool IsHeader, bool IsNumber, string Description)
{
    public IReadOnlyList<string>? Values { get; private init; }

    public static ParameterMetadata PageAfter { get; } = new(Query.After, false, false, "Where the page begins: 'next' of the former page. Left out for the first.");

    public static ParameterMetadata PageLimit { get; } = new(Query.Limit, false, true, "At most so many items; 1 to 200, 50 when left out, unless the host has set other limits.");

    public static ParameterMetadata Filter { get; } = new(Query.Filter, false, false, "Which sessions; all when left out.") { Values = ["all", "live", "inQueue"] };

    public static ParameterMetadata LastEventId { get; } = new(EventsQuery.LastEventId, true, true, "Resumes after this event: nothing in between is missed. Left out, the stream begins now.");

    public static ParameterMetadata EventsAfter { get; } = new(Query.After, false, true, "As Last-Event-ID, for callers who cannot send the header; the header comes first.");

    public static ParameterMetadata IdempotencyKey { get; } = new(
        CommandHeaders.IdempotencyKey,
        true,
        false,
        "Makes the command take place once, however often it is sent: 1 to 100 letters, digits, '-', '_', '.', ':'. A repeat answers how things stand now; the same key with another command is refused with 422.");

    public static ParameterMetadata IfMatch { get; } = new(
        CommandHeaders.IfMatch, true, false, "The ETag of the version that the command is meant for, such as \"7\"; at any other version it is refused with 412. '*' is any version.");
}
