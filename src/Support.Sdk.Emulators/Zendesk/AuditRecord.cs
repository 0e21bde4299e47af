using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

internal sealed record AuditRecord(long Id, long TicketId, long AuthorId, DateTimeOffset CreatedAt, JsonObject Custom, string? Client, IReadOnlyList<JsonObject> Events)
{
    public ZendeskAudit ToPublic() => new(Id, AuthorId, CreatedAt, Custom.ToJsonString(), [.. Events.Select(one => one.ToJsonString())]);

    public JsonObject Metadata() => new()
    {
        ["system"] = new JsonObject { ["client"] = Client, ["ip_address"] = "127.0.0.1" },
        ["custom"] = Custom.DeepClone(),
    };

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["ticket_id"] = TicketId,
        ["created_at"] = ZendeskJson.Time(CreatedAt),
        ["author_id"] = AuthorId,
        ["metadata"] = Metadata(),
        ["events"] = ZendeskJson.Array(Events.Select(one => one.DeepClone())),
        ["via"] = ZendeskJson.Via("api"),
    };
}
