using System.Text.Json.Nodes;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>One ticket that keeps comments and audits as Zendesk does, with scripted faults of its writes.</summary>
internal sealed class FakeTicket
{
    private readonly ManualTimeProvider _clock;

    public FakeTicket(ZendeskHost host)
    {
        _clock = host.Clock;
        UpdatedAt = _clock.GetUtcNow();
        host.Zendesk.Always(Answer);
    }

    public string Status { get; set; } = "open";

    public DateTimeOffset UpdatedAt { get; set; }

    public List<JsonNode> Comments { get; } = [];

    public JsonArray Audits { get; } = [];

    public int Writes { get; private set; }

    /// <summary>What happens instead of (before) or in spite of (after) a write; one entry per write.</summary>
    public Queue<Fault> Faults { get; } = new();

    public int AuditPageSize { get; set; } = 100;

    public Exception CutException { get; } = new HttpRequestException(HttpRequestError.ResponseEnded, "cut");

    /// <summary>An update by somebody else.</summary>
    public void Touch(string? key = null, DateTimeOffset? at = null)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        UpdatedAt = _clock.GetUtcNow();
        Audit(key, at ?? UpdatedAt);
    }

    private void Audit(string? key, DateTimeOffset at) => Audits.Add(new JsonObject
    {
        ["id"] = Audits.Count + 1,
        ["created_at"] = at.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        ["metadata"] = new JsonObject { ["system"] = new JsonObject(), ["custom"] = key is null ? new JsonObject() : new JsonObject { ["support_sdk_key"] = key } },
        ["events"] = new JsonArray(),
    });

    private HttpResponseMessage Answer(SentRequest request)
    {
        var path = request.Address.AbsolutePath;
        if (request.Method == HttpMethod.Put)
        {
            return Write(JsonNode.Parse(request.Body!)!["ticket"]!);
        }

        return path.EndsWith("/audits", StringComparison.Ordinal)
            ? Ok(Page(request.Address))
            : Ok(new JsonObject { ["ticket"] = Ticket() });
    }

    private HttpResponseMessage Write(JsonNode update)
    {
        Writes++;
        var fault = Faults.TryDequeue(out var next) ? next : Fault.None;
        if (fault == Fault.CutBefore)
        {
            throw CutException;
        }

        if (fault == Fault.ServerError)
        {
            return FakeZendesk.Response(HttpStatusCode.InternalServerError, """{"error":"InternalError"}""");
        }

        if (fault == Fault.Refuse)
        {
            return FakeZendesk.Response(HttpStatusCode.Forbidden, """{"error":"Forbidden","description":"not yours"}""");
        }

        if (fault == Fault.TouchedMeanwhile)
        {
            Touch();
        }

        if (Status == "closed" || fault == Fault.ClosedMeanwhile)
        {
            return FakeZendesk.Response(
                HttpStatusCode.UnprocessableEntity,
                """{"error":"RecordInvalid","description":"Record validation errors","details":{"status":[{"description":"Status: closed prevents ticket update"}]}}""");
        }

        update["safe_update"]!.GetValue<bool>().ShouldBeTrue();
        if (DateTimeOffset.Parse(update["updated_stamp"]!.GetValue<string>(), null) != UpdatedAt)
        {
            return FakeZendesk.Response(HttpStatusCode.Conflict, """{"error":"UpdateConflict","description":"outdated"}""");
        }

        Comments.Add(update["comment"]!.DeepClone());
        Status = update["status"]?.GetValue<string>() ?? Status;
        Touch(update["metadata"]!["support_sdk_key"]!.GetValue<string>());
        return fault switch
        {
            Fault.CutAfter => throw CutException,
            Fault.Unreadable => FakeZendesk.Response(HttpStatusCode.OK, "<html>"),
            _ => Ok(new JsonObject { ["ticket"] = Ticket(), ["audit"] = Audits[^1]!.DeepClone() }),
        };
    }

    private JsonObject Ticket() => new()
    {
        ["id"] = 35436,
        ["subject"] = "Printer",
        ["status"] = Status,
        ["requester_id"] = 20978392,
        ["updated_at"] = UpdatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ"),
    };

    private JsonObject Page(Uri address)
    {
        var after = address.Query.Contains("after=", StringComparison.Ordinal) ? int.Parse(address.Query.Split("after=")[1], null) : 0;
        var hasMore = after + AuditPageSize < Audits.Count;
        return new JsonObject
        {
            ["audits"] = new JsonArray([.. Audits.Skip(after).Take(AuditPageSize).Select(audit => audit!.DeepClone())]),
            ["meta"] = new JsonObject { ["has_more"] = hasMore },
            ["links"] = new JsonObject { ["next"] = hasMore ? $"https://acme.zendesk.com/api/v2/tickets/35436/audits?after={after + AuditPageSize}" : null },
        };
    }

    private static HttpResponseMessage Ok(JsonNode body) => FakeZendesk.Response(HttpStatusCode.OK, body.ToJsonString());

    internal enum Fault
    {
        None,
        CutBefore,
        CutAfter,
        Unreadable,
        ServerError,
        TouchedMeanwhile,
        ClosedMeanwhile,
        Refuse,
    }
}
