using Support.Sdk.Http;

namespace Support.Sdk.Webex.People;

/// <summary>The operations of <c>/people</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scope: <c>spark:people_read</c>.</remarks>
public class PeopleClient
{
    private const int MaxIds = 85;
    private static readonly VendorOperation List = new("webex.people.list", RetryMeaning.Safe);
    private static readonly VendorOperation Me = new("webex.people.me", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.people.get", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal PeopleClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected PeopleClient() => _webex = null!;

    /// <summary>Reads the token's owner.</summary>
    /// <param name="callingData">Whether to give calling details; administrators only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<WebexPerson> GetMeAsync(bool? callingData = null, CancellationToken cancellationToken = default) =>
        _webex.SendAsync(VendorRequest.Get(Me, VendorPath.Of($"people/me").Query("callingData", callingData)), WebexJson.Default.WebexPerson, cancellationToken);

    /// <summary>Reads a person.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="callingData">Whether to give calling details; administrators only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="personId"/> is empty.</exception>
    public virtual Task<WebexPerson> GetAsync(string personId, bool? callingData = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(personId);
        var path = VendorPath.Of($"people/{personId}").Query("callingData", callingData);
        return _webex.SendAsync(VendorRequest.Get(Get, path), WebexJson.Default.WebexPerson, cancellationToken);
    }

    /// <summary>Lists people.</summary>
    /// <param name="request">Which ones.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> has more than 85 ids.</exception>
    public virtual VendorPageable<WebexPerson> ListAsync(ListPeopleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Ids?.Count > MaxIds)
        {
            throw new ArgumentException($"Ask for at most {MaxIds} ids at once.", nameof(request));
        }

        var path = VendorPath.Of($"people")
            .Query("email", request.Email)
            .Query("displayName", request.DisplayName)
            .QueryList("id", request.Ids)
            .Query("orgId", request.OrgId)
            .Query("roles", request.Roles)
            .Query("callingData", request.CallingData)
            .Query("locationId", request.LocationId)
            .Query("max", request.PageSize)
            .Query("excludeStatus", request.ExcludeStatus);
        return _webex.List(VendorRequest.Get(List, path), WebexJson.Default.ItemsPageWebexPerson);
    }
}
