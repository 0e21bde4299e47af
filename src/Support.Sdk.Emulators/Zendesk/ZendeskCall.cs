using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A request whose caller is known and permitted.</summary>
internal sealed class ZendeskCall(EmulatorRequest request, ZendeskCaller caller)
{
    public EmulatorRequest Request { get; } = request;

    public UserRecord? Caller { get; } = caller.User;

    /// <summary>The caller of an endpoint that is not for nobody.</summary>
    public UserRecord User => Caller ?? throw new RefusalException(ZendeskErrors.Unauthenticated());

    public string Origin => Request.Origin;

    /// <summary>The address of a resource, for <c>Location</c> headers and links.</summary>
    public string Url(string path) => $"{Origin}/api/v2/{path}";

    /// <summary>A numeric id of the path; anything else is no record.</summary>
    public long Id(string name = "id") =>
        long.TryParse(Request.Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new RefusalException(ZendeskErrors.RecordNotFound());

    /// <summary>The ids of <c>ids=1,2,3</c>.</summary>
    public IReadOnlyList<long> Ids(string name = "ids")
    {
        var texts = (Request.Query(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (texts.Length is 0 or > 100)
        {
            throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", name, $"{name} must list 1 to 100 values"));
        }

        return [.. texts.Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new RefusalException(ZendeskErrors.InvalidParameter("InvalidParameter", name, $"{name} must list integers")))];
    }

    public JsonObject Body() => Request.TryReadObject() ?? throw new RefusalException(ZendeskErrors.NotJson());

    /// <summary>The object under the body's root key, such as <c>ticket</c>.</summary>
    public JsonObject Body(string root) =>
        Body()[root] as JsonObject ?? throw new RefusalException(ZendeskErrors.InvalidAttribute(root, "must be an object"));

    public bool Includes(string name) => (Request.Query("include") ?? "").Split(',').Contains(name, StringComparer.Ordinal);
}
