using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/people</c>: search within the organisation, one person, oneself.</summary>
internal sealed class PeopleApi(WebexEmulator webex)
{
    private const int MaximumIds = 85;

    public void Map(Router routes) => routes
        .Map("GET", "/v1/people", List)
        .Map("GET", "/v1/people/me", request => EmulatorResponse.Json(200, Person(Caller(request).User, Caller(request), presence: true)))
        .Map("GET", "/v1/people/{personId}", Get);

    private WebexCaller Caller(EmulatorRequest request) => webex.Authenticate(request, "spark:people_read", "spark-admin:people_read", "spark:all");

    private EmulatorResponse Get(EmulatorRequest request)
    {
        var caller = Caller(request);
        var person = webex.Directory.Users.Find(user => user.Id == request.Route("personId")) ?? throw WebexErrors.NotFound(request);
        return EmulatorResponse.Json(200, Person(person, caller, presence: true));
    }

    private EmulatorResponse List(EmulatorRequest request)
    {
        var caller = Caller(request);
        var (email, name, id) = (request.Query("email"), request.Query("displayName"), request.Query("id"));
        var administers = caller.User.Seed.IsAdministrator && caller.Has("spark-admin:people_read");
        if (string.IsNullOrEmpty(email) && string.IsNullOrEmpty(name) && string.IsNullOrEmpty(id) && !administers)
        {
            throw WebexErrors.BadRequest(request, "Email, displayName, or id list should be specified.");
        }

        if (request.Query("orgId") is { } organization && organization != caller.User.OrganizationId)
        {
            throw WebexErrors.NotPermitted(request, "Only administrators of another organization may use orgId.");
        }

        if (!string.IsNullOrEmpty(id))
        {
            return ById(request, caller, id.Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        var found = webex.Directory.Users.Where(user => user.OrganizationId == caller.User.OrganizationId
            && (string.IsNullOrEmpty(email) || string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(name) || user.DisplayName.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var cap = request.Query("callingData") == "true" ? 100 : request.Query("locationId") is not null ? 50 : 1000;
        var presence = request.Query("excludeStatus") != "true";
        return WebexPaging.Page(request, [.. found], user => Person(user, caller, presence), 100, cap, webex.Options.InsertEmptyPages);
    }

    private EmulatorResponse ById(EmulatorRequest request, WebexCaller caller, string[] wanted)
    {
        if (wanted.Length > MaximumIds)
        {
            throw WebexErrors.BadRequest(request, "At most 85 person ids may be given.");
        }

        var found = webex.Directory.Users.Where(user => wanted.Contains(user.Id)).ToList();
        var missing = wanted.Where(one => found.TrueForAll(user => user.Id != one)).ToList();
        var body = new JsonObject();
        if (missing.Count > 0)
        {
            body["notFoundIds"] = new JsonArray([.. missing.Select(one => JsonValue.Create(one))]);
        }

        body["items"] = new JsonArray([.. found.Select(user => Person(user, caller, presence: false))]);
        return EmulatorResponse.Json(200, body);
    }

    private static JsonObject Person(WebexUser user, WebexCaller caller, bool presence)
    {
        var sameOrganization = user.OrganizationId == caller.User.OrganizationId;
        var person = new JsonObject
        {
            ["id"] = user.Id,
            ["emails"] = new JsonArray(user.Email),
            ["phoneNumbers"] = new JsonArray(),
            ["displayName"] = user.DisplayName,
            ["nickName"] = user.FirstName,
            ["firstName"] = user.FirstName,
            ["lastName"] = user.LastName,
            ["orgId"] = user.OrganizationId,
            ["created"] = "2015-10-18T14:26:16.000Z",
            ["lastModified"] = "2015-10-18T14:26:16.000Z",
        };
        if (user.Seed.TimeZone is { } zone)
        {
            person["timezone"] = zone;
        }

        if (user.SiteUrls.Count > 0)
        {
            person["siteUrls"] = new JsonArray([.. user.SiteUrls.Select(site => JsonValue.Create(site + "#host"))]);
            person["sipAddresses"] = new JsonArray(new JsonObject { ["type"] = "personal-room", ["value"] = $"{user.RoomName}@{user.DefaultSite}", ["primary"] = false });
        }

        if (presence && sameOrganization)
        {
            person["lastActivity"] = "2015-10-18T14:26:16.028Z";
            person["status"] = "active";
        }

        if (sameOrganization && caller.User.Seed.IsAdministrator && caller.Has("spark-admin:people_read"))
        {
            person["invitePending"] = "false";
            person["loginEnabled"] = "true";
        }

        person["type"] = user.Seed.Type;
        return person;
    }
}
