using System.Globalization;
using System.Text.RegularExpressions;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>
/// The part of the query syntax the emulator knows (fact sheet section 10): words, quoted phrases, <c>-</c> for not, and <c>key:value</c>
/// with <c>&lt; &gt; &lt;= &gt;=</c>. Equal keys with a colon are alternatives, all else must hold. A key it does not know is refused, not ignored.
/// </summary>
internal sealed partial class SearchQuery
{
    private static readonly string[] StatusOrder = ["new", "open", "pending", "hold", "solved", "closed"];
    private static readonly string[] PriorityOrder = ["low", "normal", "high", "urgent"];
    private static readonly string[] Keywords =
    [
        "", "type", "status", "priority", "ticket_type", "subject", "description", "comment", "tags", "external_id", "requester", "submitter",
        "assignee", "cc", "commenter", "created", "updated", "name", "email", "role",
    ];

    private readonly List<Term> _terms;
    private readonly ZendeskAccount _account;

    private SearchQuery(List<Term> terms, ZendeskAccount account) => (_terms, _account) = (terms, account);

    /// <summary>The value of <c>type:</c>, or <see langword="null"/>.</summary>
    public string? Type => _terms.Find(term => term.Key == "type")?.Value;

    public static int StatusRank(string status) => Array.IndexOf(StatusOrder, status);

    public static int PriorityRank(string? priority) => Array.IndexOf(PriorityOrder, priority);

    public static SearchQuery Parse(string text, ZendeskAccount account)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid("query must not be empty");
        }

        List<Term> terms = [.. TermPattern().Matches(text).Select(match => new Term(
            match.Groups["key"].Value.ToLowerInvariant(),
            match.Groups["op"].Value,
            match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value,
            match.Groups["not"].Success))];
        var stranger = terms.Find(term => !Keywords.Contains(term.Key, StringComparer.Ordinal) && !term.Key.StartsWith("custom_field_", StringComparison.Ordinal));
        return stranger is null ? new SearchQuery(terms, account) : throw Invalid($"the emulator does not know the keyword {stranger.Key}");
    }

    public IEnumerable<TicketRecord> Tickets(IEnumerable<TicketRecord> tickets) => tickets.Where(ticket => Holds(term => Matches(ticket, term)));

    public IEnumerable<UserRecord> Users(IEnumerable<UserRecord> users) => users.Where(user => Holds(term => Matches(user, term)));

    private bool Holds(Func<Term, bool> matches) => _terms.Where(term => term.Key != "type")
        .GroupBy(term => term is { Operator: ":", Negated: false } ? term.Key : $"{term}")
        .All(group => group.Any(term => matches(term) != term.Negated));

    private bool Matches(TicketRecord ticket, Term term) => term.Key switch
    {
        "" => Words(ticket.Subject, term) || ticket.Comments.Exists(comment => Words(comment.Body, term)) || term.Value == Text(ticket.Id),
        "status" => Compare(StatusRank(ticket.Status), Rank(StatusOrder, term), term),
        "priority" => term.Value == "none" ? ticket.Priority is null : Compare(PriorityRank(ticket.Priority), Rank(PriorityOrder, term), term),
        "ticket_type" => ticket.Type == term.Value,
        "subject" => Words(ticket.Subject, term),
        "description" => ticket.Comments is [var first, ..] && Words(first.Body, term),
        "comment" => ticket.Comments.Exists(comment => Words(comment.Body, term)),
        "tags" => term.Value == "none" ? ticket.Tags.Count == 0 : ticket.Tags.Contains(term.Value.ToLowerInvariant()),
        "external_id" => ticket.ExternalId == term.Value,
        "requester" => Is(ticket.RequesterId, term),
        "submitter" => Is(ticket.SubmitterId, term),
        "assignee" => term.Value == "none" ? ticket.AssigneeId is null : Is(ticket.AssigneeId, term),
        "cc" => ticket.AllCollaboratorIds.Any(id => Is(id, term)),
        "commenter" => ticket.Comments.Exists(comment => Is(comment.AuthorId, term)),
        "created" => At(ticket.CreatedAt, term),
        "updated" => At(ticket.UpdatedAt, term),
        _ when term.Key.StartsWith("custom_field_", StringComparison.Ordinal) && long.TryParse(term.Key[13..], CultureInfo.InvariantCulture, out var id) =>
            ticket.CustomFields.GetValueOrDefault(id)?.ToString() == term.Value,
        _ => false, // A keyword of users.
    };

    private static bool Matches(UserRecord user, Term term) => term.Key switch
    {
        "" => Words(user.Name, term) || user.Email.StartsWith(term.Value, StringComparison.OrdinalIgnoreCase) || term.Value == Text(user.Id),
        "name" => Words(user.Name, term),
        "email" => string.Equals(user.Email, term.Value, StringComparison.OrdinalIgnoreCase),
        "role" => user.Role.Value == term.Value,
        "external_id" => string.Equals(user.ExternalId, term.Value, StringComparison.OrdinalIgnoreCase),
        "created" => At(user.CreatedAt, term),
        _ => false, // A keyword of tickets.
    };

    private bool Is(long? id, Term term) => id is { } known
        && (term.Value == Text(known) || (_account.Users.TryGetValue(known, out var user)
            && (string.Equals(user.Email, term.Value, StringComparison.OrdinalIgnoreCase) || Words(user.Name, term))));

    /// <summary>A date means the whole UTC day, an instant its second.</summary>
    private static bool At(DateTimeOffset instant, Term term)
    {
        if (!DateTimeOffset.TryParse(term.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
        {
            throw Invalid($"{term.Key} must be a date or an instant in ISO 8601");
        }

        var until = from + (term.Value.Contains('T', StringComparison.Ordinal) ? TimeSpan.FromSeconds(1) : TimeSpan.FromDays(1));
        return term.Operator switch
        {
            "<" => instant < from,
            "<=" => instant < until,
            ">" => instant >= until,
            ">=" => instant >= from,
            _ => instant >= from && instant < until,
        };
    }

    private static bool Compare(int actual, int wanted, Term term) => term.Operator switch
    {
        "<" => actual < wanted,
        "<=" => actual <= wanted,
        ">" => actual > wanted,
        ">=" => actual >= wanted,
        _ => actual == wanted,
    };

    private static int Rank(string[] order, Term term) =>
        Array.IndexOf(order, term.Value) is >= 0 and var rank ? rank : throw Invalid($"{term.Value} is no {term.Key}");

    private static bool Words(string text, Term term) => text.Contains(term.Value.TrimEnd('*'), StringComparison.OrdinalIgnoreCase);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static RefusalException Invalid(string why) => new(ZendeskErrors.SearchRefused(422, "Invalid search: " + why));

    [GeneratedRegex("(?<not>-)?(?:(?<key>[A-Za-z_][A-Za-z_0-9]*)(?<op><=|>=|[:<>]))?(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^\\s\"]+))", RegexOptions.CultureInvariant)]
    private static partial Regex TermPattern();

    private sealed record Term(string Key, string Operator, string Value, bool Negated);
}
