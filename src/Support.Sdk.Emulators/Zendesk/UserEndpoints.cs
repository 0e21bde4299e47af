using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary><c>/api/v2/users</c>: fact sheet sections 2.3 and 8.</summary>
internal sealed class UserEndpoints(ZendeskAccount account)
{
    /// <summary>The caller; without credentials 200 and an anonymous user, a trap for connectivity checks.</summary>
    public EmulatorResponse Me(ZendeskCall call) => ZendeskJson.Answer(200, new JsonObject
    {
        ["user"] = call.Caller is not { } user ? Anonymous(call)
            : user.IsStaff ? ZendeskJson.User(user, call.Origin)
            : ZendeskJson.UserForEndUser(user, call.Origin),
    });

    public EmulatorResponse Show(ZendeskCall call) =>
        ZendeskJson.Answer(200, new JsonObject { ["user"] = ZendeskJson.User(account.User(call.Id()), call.Origin) });

    public EmulatorResponse ShowMany(ZendeskCall call)
    {
        var users = call.Request.Query("external_ids") is { } external
            ? account.Users.Values.Where(user => external.Split(',').Contains(user.ExternalId, StringComparer.OrdinalIgnoreCase))
            : call.Ids().Distinct().Select(id => account.Users.GetValueOrDefault(id)).OfType<UserRecord>();
        return Offset(call, users);
    }

    public EmulatorResponse List(ZendeskCall call)
    {
        var roles = call.Request.QueryAll("role[]").Concat(call.Request.Query("role") is { } role ? [role] : []).ToList();
        if (roles.Exists(one => one is not ("end-user" or "agent" or "admin")))
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "role", "role must be end-user, agent or admin"));
        }

        var users = account.Users.Values.Where(user => roles.Count == 0 || roles.Contains(user.Role.Value));
        if (call.Request.Query("external_id") is { } externalId)
        {
            users = users.Where(user => string.Equals(user.ExternalId, externalId, StringComparison.OrdinalIgnoreCase));
        }

        return ZendeskJson.Answer(200, ZendeskPager.List(call, "users", "id", users, user => new PageKey(0, user.Id),
            user => ZendeskJson.User(user, call.Origin), account.Options.FullPagePromisesMore).Body);
    }

    /// <summary>By offset only; searches what the index knows.</summary>
    public EmulatorResponse Search(ZendeskCall call)
    {
        SearchEndpoints.RefuseCursor(call);
        var (query, externalId) = (call.Request.Query("query"), call.Request.Query("external_id"));
        if (query is null && externalId is null)
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "query", "query or external_id is required"));
        }

        var now = account.Options.TimeProvider.GetUtcNow();
        var found = account.Users.Values.Where(user => user.IndexedAt <= now);
        found = externalId is not null
            ? found.Where(user => string.Equals(user.ExternalId, externalId, StringComparison.OrdinalIgnoreCase))
            : SearchQuery.Parse(query!, account).Users(found);
        return Offset(call, found);
    }

    public EmulatorResponse Autocomplete(ZendeskCall call)
    {
        var name = call.Request.Query("name");
        if (name is null or { Length: < 2 })
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", "name", "name must have at least 2 characters"));
        }

        return Offset(call, account.Users.Values.Where(user => user.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static EmulatorResponse Offset(ZendeskCall call, IEnumerable<UserRecord> users) =>
        ZendeskJson.Answer(200, ZendeskPager.ByOffset(call, "users", users, user => ZendeskJson.User(user, call.Origin)).Body);

    private static JsonObject Anonymous(ZendeskCall call) => new()
    {
        ["id"] = null,
        ["url"] = call.Url("users/.json"),
        ["name"] = "Anonymous user",
        ["email"] = "invalid@example.com",
        ["created_at"] = null,
        ["updated_at"] = null,
        ["role"] = "end-user",
        ["verified"] = false,
    };
}
