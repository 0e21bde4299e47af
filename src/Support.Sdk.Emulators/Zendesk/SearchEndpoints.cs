using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary><c>/api/v2/search</c>: fact sheet section 10. Finds what the index knows, which lags behind.</summary>
internal sealed class SearchEndpoints(ZendeskAccount account, ZendeskTraffic traffic)
{
    private const int Window = 1000;

    public static void RefuseCursor(ZendeskCall call)
    {
        if (ZendeskPager.WantsCursor(call.Request))
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "page", "page must be an integer"));
        }
    }

    public EmulatorResponse Search(ZendeskCall call)
    {
        RefuseCursor(call);
        var query = Query(call);
        var hits = Sorted(call, Find(query, query.Type, call.Origin));
        var (body, _) = ZendeskPager.ByOffset(call, "results", hits, hit => hit.Json,
            (Window, () => ZendeskErrors.SearchRefused(422, "Requested response size was greater than Search Response Limits")));
        body["facets"] = null;
        return ZendeskJson.Answer(200, body);
    }

    public EmulatorResponse Count(ZendeskCall call)
    {
        var query = Query(call);
        return ZendeskJson.Answer(200, new JsonObject { ["count"] = Find(query, query.Type, call.Origin).Count });
    }

    public EmulatorResponse Export(ZendeskCall call)
    {
        traffic.CountSearchExport(call.Request.At);
        var type = call.Request.Query("filter[type]");
        if (type is not ("ticket" or "user" or "organization" or "group"))
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "filter[type]", "filter[type] must be ticket, organization, user or group"));
        }

        var query = Query(call);
        if (query.Type is not null)
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "query", "type is not allowed in query: use filter[type]"));
        }

        var (body, _) = ZendeskPager.ByCursor(call, "results", "created_at", Find(query, type, call.Origin),
            hit => new PageKey(hit.CreatedAt.ToUnixTimeSeconds(), hit.Id), hit => hit.Json, account.Options.FullPagePromisesMore,
            maxSize: Window, lifetime: TimeSpan.FromHours(1));
        body["facets"] = null;
        body["links"]!["prev"] = null;
        body["meta"]!["before_cursor"] = null;
        return ZendeskJson.Answer(200, body);
    }

    private SearchQuery Query(ZendeskCall call) => SearchQuery.Parse(call.Request.Query("query") ?? "", account);

    private List<Hit> Find(SearchQuery query, string? type, string origin)
    {
        var now = account.Options.TimeProvider.GetUtcNow();
        var hits = new List<Hit>();
        if (type is null or "ticket")
        {
            var indexed = account.Tickets.Values.Select(ticket => ticket.IndexedAt <= now ? ticket : ticket.Indexed).OfType<TicketRecord>();
            hits.AddRange(query.Tickets(indexed).Select(ticket => Hit.Of(ticket, origin)));
        }

        if (type is null or "user")
        {
            hits.AddRange(query.Users(account.Users.Values.Where(user => user.IndexedAt <= now)).Select(user => Hit.Of(user, origin)));
        }

        return hits;
    }

    private static List<Hit> Sorted(ZendeskCall call, List<Hit> hits)
    {
        Func<Hit, long>? key = call.Request.Query("sort_by") switch
        {
            null => null, // Relevance: the emulator has none and keeps the order of creation.
            "created_at" => hit => hit.CreatedAt.ToUnixTimeSeconds(),
            "updated_at" => hit => hit.UpdatedAt.ToUnixTimeSeconds(),
            "status" => hit => hit.Ticket is { } ticket ? SearchQuery.StatusRank(ticket.Status) : -1,
            "priority" => hit => SearchQuery.PriorityRank(hit.Ticket?.Priority),
            "ticket_type" => hit => hit.Ticket?.Type?[0] ?? 0,
            _ => throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "sort_by", "sort_by is not valid")),
        };
        return key is null ? hits
            : call.Request.Query("sort_order") == "asc" ? [.. hits.OrderBy(key).ThenBy(hit => hit.Id)]
            : [.. hits.OrderByDescending(key).ThenByDescending(hit => hit.Id)];
    }

    private sealed record Hit(long Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, TicketRecord? Ticket, JsonObject Json)
    {
        public static Hit Of(TicketRecord ticket, string origin) =>
            new(ticket.Id, ticket.CreatedAt, ticket.UpdatedAt, ticket, Typed("ticket", ZendeskJson.Ticket(ticket, origin)));

        public static Hit Of(UserRecord user, string origin) => new(user.Id, user.CreatedAt, user.CreatedAt, null, Typed("user", ZendeskJson.User(user, origin)));

        private static JsonObject Typed(string type, JsonObject json)
        {
            json["result_type"] = type;
            return json;
        }
    }
}
