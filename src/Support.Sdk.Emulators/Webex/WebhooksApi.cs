using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/webhooks</c>: register, list, read, change, delete.</summary>
internal sealed class WebhooksApi(WebexEmulator webex)
{
    private static readonly FrozenSet<string> Events = FrozenSet.ToFrozenSet(
        ["all", "created", "updated", "deleted", "started", "ended", "joined", "left", "migrated", "authorized", "deauthorized", "statusChanged"]);

    /// <summary>Resources with the scope that reads them, and the events they have; null where the vendor does not list them.</summary>
    private static readonly FrozenDictionary<string, (string? Scope, string[]? Events)> Resources = new Dictionary<string, (string?, string[]?)>
    {
        ["all"] = (null, null),
        ["attachmentActions"] = ("spark:messages_read", ["created"]),
        ["dataSources"] = (null, null),
        ["memberships"] = ("spark:memberships_read", ["created", "updated", "deleted"]),
        ["messages"] = ("spark:messages_read", ["created", "updated", "deleted"]),
        ["rooms"] = ("spark:rooms_read", ["created", "updated", "migrated"]),
        ["meetings"] = ("meeting:schedules_read", ["created", "updated", "deleted", "started", "ended"]),
        ["recordings"] = ("meeting:recordings_read", ["created", "updated", "deleted"]),
        ["convergedRecordings"] = (null, null),
        ["meetingParticipants"] = ("meeting:participants_read", ["joined", "left"]),
        ["meetingTranscripts"] = ("meeting:transcripts_read", null),
        ["telephony_calls"] = ("spark:calls_read", ["created", "updated", "deleted"]),
        ["telephony_conference"] = ("spark:calls_read", null),
        ["telephony_mwi"] = ("spark:calls_read", null),
        ["uc_counters"] = (null, null),
        ["serviceApp"] = (null, ["authorized", "deauthorized"]),
        ["adminBatchJobs"] = (null, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public void Map(Router routes) => routes
        .Map("GET", "/v1/webhooks", List)
        .Map("POST", "/v1/webhooks", Create)
        .Map("GET", "/v1/webhooks/{webhookId}", request => EmulatorResponse.Json(200, Render(Own(request))))
        .Map("PUT", "/v1/webhooks/{webhookId}", Update)
        .Map("DELETE", "/v1/webhooks/{webhookId}", Delete);

    /// <summary>The conditions of a filter such as <c>hostEmail=a@b.c&amp;x=y</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Conditions(string? filter) => (filter ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : ""));

    private WebexCaller Caller(EmulatorRequest request)
    {
        // No scope of its own: any valid token that may read something.
        var token = webex.Directory.FindByAccess(request.BearerToken) ?? throw WebexErrors.Of(request, 401);
        return new WebexCaller(token.User, token.Integration, token.Scopes);
    }

    private EmulatorResponse List(EmulatorRequest request)
    {
        var caller = Caller(request);
        if (request.Query("ownedBy") is not (null or "org"))
        {
            throw WebexErrors.BadRequest(request, "The only value of ownedBy is org.");
        }

        var hooks = webex.Hooks.All.Where(hook => hook.Owner == caller.User && hook.Integration == caller.Integration
            && (request.Query("ownedBy") is null || hook.OwnedBy == "org")).ToList();
        return WebexPaging.Page(request, hooks, Render, 100, 1000, webex.Options.InsertEmptyPages);
    }

    private EmulatorResponse Create(EmulatorRequest request)
    {
        var caller = Caller(request);
        var body = new WebexBody(request);
        var (resource, @event, filter) = (body.RequiredText("resource"), body.RequiredText("event"), body.Text("filter"));
        if (!Resources.TryGetValue(resource, out var known) || !Events.Contains(@event) || (@event != "all" && known.Events?.Contains(@event) == false))
        {
            throw WebexErrors.BadRequest(request, "The resource or event is not supported, or the resource has no such event.");
        }

        var ownedBy = body.Text("ownedBy") ?? "creator";
        if (ownedBy is not ("creator" or "org"))
        {
            throw WebexErrors.BadRequest(request, "ownedBy must be org or absent.");
        }

        if (ownedBy == "org" && !(caller.User.Seed.IsAdministrator && caller.Scopes.Any(scope => scope.StartsWith("meeting:admin_", StringComparison.Ordinal))))
        {
            throw WebexErrors.NotPermitted(request, "Only an administrator can create an org webhook.");
        }

        if (known.Scope is { } scope && ownedBy != "org" && !caller.Has(scope) && !(scope.StartsWith("spark:", StringComparison.Ordinal) && caller.Has("spark:all")))
        {
            throw WebexErrors.NotPermitted(request, $"Creating a webhook requires 'read' scope on the resource: {scope}.");
        }

        if (ownedBy != "org" && Conditions(filter).Any(condition => condition.Key is "hostEmail" or "hostUserId" or "ownerEmail" or "ownerId"))
        {
            throw WebexErrors.BadRequest(request, "ownedBy must be set to org for a filter of hostEmail, hostUserId, ownerEmail or ownerId.");
        }

        var hook = new WebexHook
        {
            Id = WebexId.Of("WEBHOOK", webex.Ids.Guid()),
            Owner = caller.User,
            Integration = caller.Integration,
            Name = body.RequiredText("name"),
            Target = Target(request, body),
            Resource = resource,
            Event = @event,
            Filter = filter,
            Secret = body.Text("secret"),
            OwnedBy = ownedBy,
            Created = request.At,
        };
        webex.Hooks.All.Add(hook);
        return EmulatorResponse.Json(200, Render(hook));
    }

    private EmulatorResponse Update(EmulatorRequest request)
    {
        var hook = Own(request);
        var body = new WebexBody(request);
        var (name, target) = (body.RequiredText("name"), Target(request, body));
        if (body.Text("status") is not (null or "active"))
        {
            throw WebexErrors.BadRequest(request, "A webhook cannot be deactivated; the only value of status is active.");
        }

        (hook.Name, hook.Target, hook.Secret) = (name, target, body.Text("secret") ?? hook.Secret);
        if (body.Has("status"))
        {
            hook.Status = "active";
            hook.Failures.Clear();
        }

        return EmulatorResponse.Json(200, Render(hook));
    }

    private EmulatorResponse Delete(EmulatorRequest request)
    {
        webex.Hooks.All.Remove(Own(request));
        return EmulatorResponse.Empty(204);
    }

    private WebexHook Own(EmulatorRequest request)
    {
        var caller = Caller(request);
        return webex.Hooks.All.Find(hook => hook.Id == request.Route("webhookId") && hook.Owner == caller.User && hook.Integration == caller.Integration)
            ?? throw WebexErrors.NotFound(request);
    }

    private static Uri Target(EmulatorRequest request, WebexBody body) =>
        Uri.TryCreate(body.RequiredText("targetUrl"), UriKind.Absolute, out var target) && (target.Scheme is "http" or "https")
            ? target
            : throw WebexErrors.BadRequest(request, "targetUrl must be an absolute http or https URL.");

    private static JsonObject Render(WebexHook hook)
    {
        var json = new JsonObject
        {
            ["id"] = hook.Id,
            ["name"] = hook.Name,
            ["targetUrl"] = hook.Target.OriginalString,
            ["resource"] = hook.Resource,
            ["event"] = hook.Event,
        };
        if (hook.Filter is not null)
        {
            json["filter"] = hook.Filter;
        }

        if (hook.Secret is not null)
        {
            json["secret"] = hook.Secret;
        }

        json["status"] = hook.Status;
        json["created"] = WebexHooks.Time(hook.Created);
        json["ownedBy"] = hook.OwnedBy;
        return json;
    }
}
