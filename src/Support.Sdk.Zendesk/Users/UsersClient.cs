using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Users;

/// <summary>Users (fact sheet 8). Immutable and thread-safe; methods throw what <see cref="VendorTransport.SendAsync{T}"/> throws.</summary>
public class UsersClient
{
    private static readonly VendorOperation MeOperation = new("zendesk.users.me", RetryMeaning.Safe);
    private static readonly VendorOperation ShowOperation = new("zendesk.users.show", RetryMeaning.Safe);
    private static readonly VendorOperation ShowManyOperation = new("zendesk.users.show_many", RetryMeaning.Safe);
    private static readonly VendorOperation SearchOperation = new("zendesk.users.search", RetryMeaning.Safe);
    private static readonly VendorOperation ListOperation = new("zendesk.users.list", RetryMeaning.Safe);
    private readonly VendorTransport _transport;

    internal UsersClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected UsersClient() => _transport = null!;

    /// <summary>Who the credentials act for.</summary>
    /// <exception cref="AnonymousUserException">Zendesk answered 200 with its anonymous user.</exception>
    public virtual async Task<User> MeAsync(CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(MeOperation, VendorPath.Of($"api/v2/users/me"));
        var user = (await _transport.SendAsync(request, ZendeskJson.Default.UserEnvelope, cancellationToken).ConfigureAwait(false)).User;
        return user.Id is > 0 ? user : throw new AnonymousUserException(_transport.Account);
    }

    /// <summary>Shows a user.</summary>
    public virtual async Task<User> ShowAsync(long userId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(ShowOperation, VendorPath.Of($"api/v2/users/{userId}"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.UserEnvelope, cancellationToken).ConfigureAwait(false)).User;
    }

    /// <summary>Shows up to 100 users; those that do not exist are left out.</summary>
    /// <exception cref="ArgumentException">There are no ids, or more than 100.</exception>
    public virtual async Task<IReadOnlyList<User>> ShowManyAsync(IEnumerable<long> userIds, CancellationToken cancellationToken = default)
    {
        var path = VendorPath.Of($"api/v2/users/show_many").QueryList("ids", Ids.Check(userIds, nameof(userIds)));
        return (await _transport.SendAsync(VendorRequest.Get(ShowManyOperation, path), ZendeskJson.Default.UserPage, cancellationToken).ConfigureAwait(false)).Users;
    }

    /// <summary>Searches users by name, address, telephone number or any search term; at most 10,000 are reachable, by offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<User> Search(string query, int? pageSize = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return Page(SearchOperation, VendorPath.Of($"api/v2/users/search").Query("query", query).Offset(pageSize));
    }

    /// <summary>Finds the users with an external id.</summary>
    public virtual VendorPageable<User> SearchByExternalId(string externalId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        return Page(SearchOperation, VendorPath.Of($"api/v2/users/search").Query("external_id", externalId).Offset(null));
    }

    /// <summary>Lists users, by cursor.</summary>
    /// <param name="roles">Only users with one of these roles; <see langword="null"/> or empty for all.</param>
    /// <param name="pageSize">The items of a page, 1 to 100; <see langword="null"/> for 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<User> List(IReadOnlyList<UserRole>? roles = null, int? pageSize = null)
    {
        var path = VendorPath.Of($"api/v2/users").Cursor(pageSize);
        path = roles switch
        {
            null or [] => path,
            [var single] => path.Query("role", single.Value),
            _ => roles.Aggregate(path, static (all, role) => all.Query("role[]", role.Value)),
        };
        return Page(ListOperation, path);
    }

    private VendorPageable<User> Page(VendorOperation operation, VendorPath path) =>
        _transport.ListByBody(VendorRequest.Get(operation, path), ZendeskJson.Default.UserPage, static page => page.Users, static page => page.Next);
}
