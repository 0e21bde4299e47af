using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Comments and audits for agents, and <c>/requests</c>, the customers' view: fact sheet sections 7.6 and 7.7.</summary>
internal sealed class ConversationEndpoints(ZendeskAccount account)
{
    public EmulatorResponse Comments(ZendeskCall call)
    {
        var ticket = account.Ticket(call.Id());
        return Comments(call, ticket, ticket.Comments);
    }

    public EmulatorResponse Audits(ZendeskCall call)
    {
        var ticket = account.Ticket(call.Id());
        return ZendeskJson.Answer(200, ZendeskPager.List(call, "audits", "created_at", ticket.Audits,
            audit => new PageKey(audit.CreatedAt.ToUnixTimeSeconds(), audit.Id), audit => audit.ToJson(), account.Options.FullPagePromisesMore).Body);
    }

    public EmulatorResponse Requests(ZendeskCall call) =>
        ZendeskJson.Answer(200, ZendeskPager.List(call, "requests", "id", account.Tickets.Values.Where(ticket => ticket.RequesterId == call.User.Id),
            ticket => new PageKey(0, ticket.Id), ticket => ZendeskJson.Request(ticket, call.Origin), account.Options.FullPagePromisesMore).Body);

    public EmulatorResponse Request(ZendeskCall call) =>
        ZendeskJson.Answer(200, new JsonObject { ["request"] = ZendeskJson.Request(Visible(call), call.Origin) });

    public EmulatorResponse RequestComments(ZendeskCall call)
    {
        var ticket = Visible(call);
        return Comments(call, ticket, ticket.Comments.Where(comment => comment.IsPublic));
    }

    private TicketRecord Visible(ZendeskCall call)
    {
        var ticket = account.Ticket(call.Id());
        return ticket.IsVisibleTo(call.User) ? ticket : throw new RefusalException(ZendeskErrors.RecordNotFound());
    }

    private EmulatorResponse Comments(ZendeskCall call, TicketRecord ticket, IEnumerable<CommentRecord> comments)
    {
        var audits = ticket.Audits.ToDictionary(audit => audit.Id);
        JsonNode Json(CommentRecord comment) => ZendeskJson.Comment(comment, audits[comment.AuditId]);
        var (body, page) = ZendeskPager.WantsCursor(call.Request)
            ? ZendeskPager.ByCursor(call, "comments", Sort(call), comments,
                comment => new PageKey(comment.CreatedAt.ToUnixTimeSeconds(), comment.Id), Json, account.Options.FullPagePromisesMore)
            : ZendeskPager.ByOffset(call, "comments", call.Request.Query("sort_order") == "desc" ? comments.Reverse() : comments, Json);
        if (call.Includes("users"))
        {
            var users = page.Select(comment => comment.AuthorId).Distinct().Select(account.User);
            body["users"] = ZendeskJson.Array(users.Select(user =>
                call.User.IsStaff ? ZendeskJson.User(user, call.Origin) : ZendeskJson.UserForEndUser(user, call.Origin)));
        }

        return ZendeskJson.Answer(200, body);
    }

    private static string Sort(ZendeskCall call) => call.Request.Query("sort") switch
    {
        null or "created_at" => "created_at",
        "-created_at" => "-created_at",
        _ => throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidPaginationParameter", "sort", "sort must be one of: created_at, -created_at")),
    };
}
