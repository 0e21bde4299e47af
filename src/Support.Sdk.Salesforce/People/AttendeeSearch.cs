using Microsoft.Extensions.Options;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.People;

/// <summary>Finds people to invite to a meeting among the contacts and leads, as far as the administrator switched them on (MTG-14).</summary>
/// <remarks>
/// Thread-safe; obtain it by injection. The switches are <see cref="SalesforceMeetingOptions.SearchContacts"/> and <see cref="SalesforceMeetingOptions.SearchLeads"/>, read anew at
/// each search. Throws what <see cref="SalesforceClient"/> says.
/// </remarks>
public class AttendeeSearch
{
    /// <summary>How many characters a search needs; fewer would find the whole org.</summary>
    public const int MinLength = 2;

    /// <summary>How many people a search gives at most.</summary>
    public const int MaxCount = 200;

    private static readonly Soql Contacts = Soql.Verbatim("SELECT Id, Name, Email, Account.Name FROM Contact WHERE Email != null");
    private static readonly Soql Leads = Soql.Verbatim("SELECT Id, Name, Email, Company FROM Lead WHERE Email != null AND IsConverted = FALSE");
    private readonly ISalesforceClientFactory _clients;
    private readonly IOptionsMonitor<SalesforceOptions> _options;

    internal AttendeeSearch(ISalesforceClientFactory clients, IOptionsMonitor<SalesforceOptions> options) => (_clients, _options) = (clients, options);

    /// <summary>For test doubles.</summary>
    protected AttendeeSearch() => (_clients, _options) = (null!, null!);

    /// <summary>Searches by the beginning of a full name, a last name or an e-mail address. People without an address are left out, for nobody could invite them.</summary>
    /// <param name="text">The text; upper and lower case are the same, and control characters are blanks. Fewer than <see cref="MinLength"/> characters find nobody, without a call.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="user">
    /// The subject under which a user's tokens were stored, to find what that user may see; empty for the account's own user. Needs <see cref="SalesforceGrant.AuthorizationCode"/>.
    /// </param>
    /// <param name="count">How many people at most: 1 to <see cref="MaxCount"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The people by name, contacts before leads of the same name; nobody when both are switched off. A person may be found as both.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">A <paramref name="user"/>, though the account's credentials are those of one user only; see <see cref="SalesforceClient.ForUser"/>.</exception>
    public virtual async Task<IReadOnlyList<SalesforcePerson>> SearchAsync(
        string text, string account = "", string user = "", int count = 20, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        var wanted = string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        var client = _clients.GetClient(account);
        client = user.Length > 0 ? client.ForUser(user) : client;
        var switches = _options.Get(account).Meetings;
        if (wanted.Length < MinLength)
        {
            return [];
        }

        List<SalesforcePerson> people = [];
        if (switches.SearchContacts)
        {
            await AddAsync(people, client, Contacts, SalesforcePersonKind.Contact, wanted, count, cancellationToken).ConfigureAwait(false);
        }

        if (switches.SearchLeads)
        {
            await AddAsync(people, client, Leads, SalesforcePersonKind.Lead, wanted, count, cancellationToken).ConfigureAwait(false);
        }

        return [.. people.OrderBy(static person => person.Name, StringComparer.OrdinalIgnoreCase).Take(count)];
    }

    private static async Task AddAsync(
        List<SalesforcePerson> people, SalesforceClient client, Soql select, SalesforcePersonKind kind, string text, int count, CancellationToken cancellationToken)
    {
        var pattern = SoqlPattern.StartsWith(text);
        var query = Soql.Of($"{select} AND (Name LIKE {pattern} OR LastName LIKE {pattern} OR Email LIKE {pattern}) ORDER BY Name LIMIT {count}");
        await foreach (var record in client.Queries.Query(query).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var company = record.GetString(kind == SalesforcePersonKind.Contact ? "Account.Name" : "Company");
            people.Add(new(RecordId.Parse(record.GetString("Id")!), kind, record.GetString("Name") ?? "", record.GetString("Email")!, company));
        }
    }
}
