using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary><c>/api/v2/tickets</c>: fact sheet sections 7.1 to 7.4.</summary>
internal sealed class TicketEndpoints(ZendeskAccount account, TicketWriter writer, ZendeskTraffic traffic, JobQueue jobs, IdempotencyStore idempotency)
{
    public EmulatorResponse Show(ZendeskCall call)
    {
        var ticket = account.Ticket(call.Id());
        var body = new JsonObject { ["ticket"] = ZendeskJson.Ticket(ticket, call.Origin) };
        SideLoadUsers(call, body, [ticket]);
        return ZendeskJson.Answer(200, body);
    }

    public EmulatorResponse ShowMany(ZendeskCall call)
    {
        // Unknown ids are left out without a word.
        var tickets = call.Ids().Distinct().Select(id => account.Tickets.GetValueOrDefault(id)).OfType<TicketRecord>().ToList();
        var body = new JsonObject
        {
            ["tickets"] = ZendeskJson.Array(tickets.Select(ticket => ZendeskJson.Ticket(ticket, call.Origin))),
            ["count"] = tickets.Count,
            ["next_page"] = null,
            ["previous_page"] = null,
        };
        SideLoadUsers(call, body, tickets);
        return ZendeskJson.Answer(200, body);
    }

    public EmulatorResponse List(ZendeskCall call)
    {
        var sort = call.Request.Query("sort") ?? "id";
        if (sort.TrimStart('-') is not ("id" or "updated_at" or "status"))
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidPaginationParameter", "sort", "sort must be one of: updated_at, id, status"));
        }

        var externalId = call.Request.Query("external_id");
        var tickets = account.Tickets.Values.Where(ticket => externalId is null || ticket.ExternalId == externalId);
        var (body, page) = ZendeskPager.List(call, "tickets", sort, tickets, ticket => Key(ticket, sort),
            ticket => ZendeskJson.Ticket(ticket, call.Origin), account.Options.FullPagePromisesMore);
        SideLoadUsers(call, body, page);
        return ZendeskJson.Answer(200, body);
    }

    public EmulatorResponse Create(ZendeskCall call) => idempotency.Once(call.Request, () =>
    {
        var (json, actor) = (call.Body("ticket"), Actor(call));
        if (WantsJob(call))
        {
            return Job(call, () => Result(0, 0, "create", "Created", () => writer.Create(json, actor, account.Options.SearchIndexLag).Ticket.Id));
        }

        var (ticket, audit) = writer.Create(json, actor, account.Options.SearchIndexLag);
        return ZendeskJson.Answer(201, new JsonObject { ["ticket"] = ZendeskJson.Ticket(ticket, call.Origin), ["audit"] = audit?.ToJson() })
            .With("Location", call.Url($"tickets/{ticket.Id}.json"));
    });

    public EmulatorResponse Update(ZendeskCall call)
    {
        var ticket = account.Ticket(call.Id());
        traffic.CountTicketUpdate(ticket.Id, call.User.Id, call.Request.At);
        var (json, actor) = (call.Body("ticket"), Actor(call));
        if (WantsJob(call))
        {
            return Job(call, () => Step(0, ticket.Id, json, batch: false, actor));
        }

        var (after, audit) = writer.Update(ticket, json, actor);
        var body = new JsonObject { ["ticket"] = ZendeskJson.Ticket(after, call.Origin) };
        if (audit is not null)
        {
            body["audit"] = audit.ToJson();
        }

        return ZendeskJson.Answer(200, body);
    }

    /// <summary>The same change to all <c>ids</c>, or a batch of changes, as a job.</summary>
    public EmulatorResponse UpdateMany(ZendeskCall call)
    {
        List<(long Id, JsonObject Change, bool Batch)> changes;
        if (call.Request.Query("ids") is not null)
        {
            var change = call.Body("ticket");
            changes = [.. call.Ids().Select(id => (id, change, false))];
        }
        else
        {
            var tickets = TicketInput.List(call.Body()["tickets"], "tickets");
            if (tickets.Count is 0 or > 100)
            {
                throw TicketInput.Invalid("tickets", "must have 1 to 100 entries");
            }

            changes = [.. tickets.Select(item => TicketInput.Object(item, "tickets"))
                .Select(item => (TicketInput.Id(item["id"], "tickets.id") ?? throw TicketInput.Invalid("tickets", "each needs an id"), item, true))];
        }

        var actor = Actor(call);
        var steps = changes.Select((change, index) => (Func<JsonObject>)(() => Step(index, change.Id, change.Change, change.Batch, actor))).ToList();
        return ZendeskJson.Answer(200, new JsonObject { ["job_status"] = jobs.Enqueue(steps, call.Origin) });
    }

    public EmulatorResponse ShowJob(ZendeskCall call) =>
        ZendeskJson.Answer(200, new JsonObject { ["job_status"] = jobs.Show(call.Request.Route("id"), call.Origin) });

    public EmulatorResponse Collaborators(ZendeskCall call) => Users(call, ticket => ticket.AllCollaboratorIds);

    public EmulatorResponse Followers(ZendeskCall call) => Users(call, ticket => ticket.FollowerIds);

    public EmulatorResponse EmailCcs(ZendeskCall call) => Users(call, ticket => account.Options.CcsAndFollowers ? ticket.EmailCcIds : ticket.AllCollaboratorIds);

    public EmulatorResponse Tags(ZendeskCall call) => TagsOf(200, account.Ticket(call.Id()));

    public EmulatorResponse SetTags(ZendeskCall call) => ChangeTags(call, 201, static (_, given) => given);

    public EmulatorResponse AddTags(ZendeskCall call) => ChangeTags(call, 200, static (tags, given) => tags.Union(given));

    public EmulatorResponse RemoveTags(ZendeskCall call)
    {
        ChangeTags(call, 204, static (tags, given) => tags.Except(given));
        return EmulatorResponse.Empty(204);
    }

    public static TicketActor Actor(ZendeskCall call) => new(call.User, call.Request.Header("User-Agent"));

    private JsonObject Step(int index, long id, JsonObject change, bool batch, TicketActor actor)
    {
        if (!account.Tickets.TryGetValue(id, out var ticket))
        {
            return new JsonObject { ["index"] = index, ["id"] = id, ["error"] = "RecordNotFound", ["details"] = "Not found" };
        }

        var checkedChange = (JsonObject)change.DeepClone();
        if (batch)
        {
            checkedChange.TryAdd("safe_update", (JsonNode)true); // The batch form is always safe.
        }

        return Result(index, id, "update", "Updated", () => writer.Update(ticket, checkedChange, actor, bulk: true).Ticket.Id);
    }

    private static JsonObject Result(int index, long id, string action, string status, Func<long> work)
    {
        try
        {
            return new JsonObject { ["index"] = index, ["id"] = work(), ["action"] = action, ["status"] = status, ["success"] = true };
        }
        catch (RefusalException refusal)
        {
            var body = JsonNode.Parse(refusal.Response.Body) as JsonObject;
            return new JsonObject
            {
                ["index"] = index,
                ["id"] = id == 0 ? null : id,
                ["action"] = action,
                ["status"] = "Failed",
                ["success"] = false,
                ["error"] = body?["error"]?.DeepClone(),
                ["details"] = (body?["details"] ?? body?["description"])?.ToJsonString(),
            };
        }
    }

    /// <summary><c>?async=true</c>: checked and done by a job, answered 202 at once.</summary>
    private static bool WantsJob(ZendeskCall call) => string.Equals(call.Request.Query("async"), "true", StringComparison.OrdinalIgnoreCase);

    private EmulatorResponse Job(ZendeskCall call, Func<JsonObject> step) =>
        ZendeskJson.Answer(202, new JsonObject { ["job_status"] = jobs.Enqueue([step], call.Origin) });

    private static PageKey Key(TicketRecord ticket, string sort) => new(
        sort.TrimStart('-') switch
        {
            "updated_at" => ticket.UpdatedAt.ToUnixTimeSeconds(),
            "status" => SearchQuery.StatusRank(ticket.Status),
            _ => 0,
        },
        ticket.Id);

    private void SideLoadUsers(ZendeskCall call, JsonObject body, IEnumerable<TicketRecord> tickets)
    {
        if (call.Includes("users"))
        {
            var ids = tickets.SelectMany(ticket => ticket.AllCollaboratorIds.Append(ticket.RequesterId).Append(ticket.SubmitterId).Concat(
                ticket.AssigneeId is { } assignee ? [assignee] : [])).Distinct();
            body["users"] = ZendeskJson.Array(ids.Select(id => ZendeskJson.User(account.User(id), call.Origin)));
        }
    }

    private EmulatorResponse Users(ZendeskCall call, Func<TicketRecord, IEnumerable<long>> ids)
    {
        var users = ids(account.Ticket(call.Id())).Select(account.User).ToList();
        return ZendeskJson.Answer(200, ZendeskPager.List(call, "users", "id", users, user => new PageKey(0, user.Id),
            user => ZendeskJson.User(user, call.Origin), account.Options.FullPagePromisesMore).Body);
    }

    private EmulatorResponse ChangeTags(ZendeskCall call, int status, Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> change)
    {
        var ticket = account.Ticket(call.Id());
        traffic.CountTicketUpdate(ticket.Id, call.User.Id, call.Request.At);
        var json = call.Body();
        var given = TicketInput.Tags(json["tags"], "tags").ToList();
        return TagsOf(status, writer.SetTags(ticket, json, change(ticket.Tags, given).ToList(), Actor(call)));
    }

    private static EmulatorResponse TagsOf(int status, TicketRecord ticket) =>
        ZendeskJson.Answer(status, new JsonObject { ["tags"] = ZendeskJson.Array(ticket.Tags) });
}
