using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

public sealed partial class ZendeskEmulator
{
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromDays(30);

    /// <summary>Who is signed in at the browser that opens <c>/oauth/authorizations/new</c> and always agrees.</summary>
    /// <value>Default <see langword="null"/>: the owner of the OAuth client.</value>
    public ZendeskUser? SignedInUser
    {
        get
        {
            lock (Gate)
            {
                return _oauth.SignedInUserId is { } id ? _account.User(id).ToPublic() : null;
            }
        }

        set
        {
            lock (Gate)
            {
                _oauth.SignedInUserId = value is null ? null : Known(value, nameof(value)).Id;
            }
        }
    }

    /// <summary>Adds a user; searches find it at once.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="email">The primary address, unique in the account without regard to case.</param>
    /// <param name="role">What the user may do.</param>
    /// <param name="externalId">The integration's own id, if any.</param>
    /// <exception cref="ArgumentException">A user with that address exists.</exception>
    public ZendeskUser AddUser(string name, string email, ZendeskRole role, string? externalId = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        lock (Gate)
        {
            return _account.UserByEmail(email) is null
                ? _account.AddUser(name, email, role, TimeSpan.Zero, externalId).ToPublic()
                : throw new ArgumentException("The account has a user with this address: give each user another one.", nameof(email));
        }
    }

    /// <summary>Adds a ticket with a public first comment by its requester; searches find it at once. Webhooks are queued as for any new ticket.</summary>
    /// <param name="requester">Whose ticket it is.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="description">The first comment; by default the subject.</param>
    /// <param name="collaborators">Users of the legacy CC list.</param>
    /// <param name="followers">Agents who follow the ticket.</param>
    /// <param name="emailCcs">Users copied in by e-mail.</param>
    /// <param name="assignee">The agent in charge; with one, the ticket is <c>open</c> instead of <c>new</c>.</param>
    /// <param name="tags">The tags.</param>
    /// <exception cref="ArgumentException">A user is not of this account, or a follower or assignee is no agent.</exception>
    public ZendeskTicket AddTicket(
        ZendeskUser requester,
        string subject,
        string? description = null,
        IEnumerable<ZendeskUser>? collaborators = null,
        IEnumerable<ZendeskUser>? followers = null,
        IEnumerable<ZendeskUser>? emailCcs = null,
        ZendeskUser? assignee = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(requester);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        lock (Gate)
        {
            _jobs.RunDue();
            var user = Known(requester, nameof(requester));
            var json = new JsonObject
            {
                ["subject"] = subject,
                ["requester_id"] = user.Id,
                ["comment"] = new JsonObject { ["body"] = description ?? subject, ["public"] = true },
                ["tags"] = ZendeskJson.Array(tags ?? []),
                ["collaborator_ids"] = ZendeskJson.Array((collaborators ?? []).Select(one => Known(one, nameof(collaborators)).Id)),
                ["followers"] = Put(followers, nameof(followers)),
                ["email_ccs"] = Put(emailCcs, nameof(emailCcs)),
            };
            if (assignee is not null)
            {
                json["assignee_id"] = Known(assignee, nameof(assignee)).Id;
            }

            try
            {
                return new ZendeskTicket(_writer.Create(json, new TicketActor(user, "seed"), TimeSpan.Zero).Ticket);
            }
            catch (Hosting.RefusalException refusal)
            {
                throw new ArgumentException("The ticket is not valid: " + System.Text.Encoding.UTF8.GetString(refusal.Response.Body), refusal);
            }
        }
    }

    /// <summary>Closes a ticket for good, as the vendor's automation does some days after it was solved.</summary>
    /// <exception cref="ArgumentException">There is no such ticket, or it is closed.</exception>
    public void CloseTicket(long id)
    {
        lock (Gate)
        {
            _jobs.RunDue();
            var ticket = _account.Tickets.GetValueOrDefault(id);
            if (ticket is null or { IsClosed: true })
            {
                throw new ArgumentException($"Ticket {id} does not exist or is closed already.", nameof(id));
            }

            var actor = new TicketActor(_account.Users[ticket.AssigneeId ?? ticket.SubmitterId], "seed");
            _writer.Update(ticket, new JsonObject { ["status"] = "closed" }, actor);
        }
    }

    /// <summary>An API token: used as <c>{email}/token:{api_token}</c> it acts as any user of the account, as the vendor's do.</summary>
    /// <param name="user">The user it is made for; must be of this account.</param>
    public string CreateApiToken(ZendeskUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (Gate)
        {
            Known(user, nameof(user));
            return _oauth.IssueApiToken();
        }
    }

    /// <summary>An OAuth access token.</summary>
    /// <param name="user">As whom it acts.</param>
    /// <param name="scopes">Separated by spaces, for example <c>tickets:read write</c>. An unknown one makes every request answer 403, as at the vendor.</param>
    /// <param name="expiresIn">Its life; <see langword="null"/> for no end, and then it has no refresh token.</param>
    /// <param name="client">The OAuth client that may refresh it; <see langword="null"/> for none.</param>
    public ZendeskAccessToken CreateAccessToken(ZendeskUser user, string scopes = "read write", TimeSpan? expiresIn = null, ZendeskOAuthClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(scopes);
        lock (Gate)
        {
            return _oauth.Issue(Known(user, nameof(user)).Id, client?.Identifier ?? "", scopes, expiresIn, RefreshTokenLifetime);
        }
    }

    /// <summary>Ends the OAuth tokens of a user, access and refresh; <see langword="null"/> for everybody's. Requests are answered 401 from now on.</summary>
    /// <returns>How many were ended.</returns>
    public int RevokeTokens(ZendeskUser? user = null)
    {
        lock (Gate)
        {
            return _oauth.Revoke(user?.Id);
        }
    }

    /// <summary>Registers an OAuth client.</summary>
    /// <param name="identifier">The unique identifier.</param>
    /// <param name="redirectUri">Where authorizations are sent, compared letter by letter.</param>
    /// <param name="owner">As whom <c>client_credentials</c> tokens act.</param>
    /// <param name="isPublic">Whether it has no secret and must use PKCE.</param>
    public ZendeskOAuthClient AddOAuthClient(string identifier, Uri redirectUri, ZendeskUser owner, bool isPublic = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(identifier);
        ArgumentNullException.ThrowIfNull(redirectUri);
        ArgumentNullException.ThrowIfNull(owner);
        lock (Gate)
        {
            var client = new ZendeskOAuthClient(identifier, isPublic ? null : Ids.Hex(64), redirectUri, Known(owner, nameof(owner)).Id);
            _oauth.Add(client);
            return client;
        }
    }

    /// <summary>Subscribes an address to ticket events.</summary>
    /// <param name="endpoint">Where they are posted.</param>
    /// <param name="subscriptions">Event types such as <c>zen:event-type:ticket.comment_added</c>; at least one. The emulator sends
    /// <c>created</c>, <c>comment_added</c>, <c>status_changed</c>, <c>priority_changed</c>, <c>subject_changed</c>,
    /// <c>agent_assignment_changed</c> and <c>tags_changed</c>.</param>
    /// <returns>The webhook with its signing secret.</returns>
    public ZendeskWebhook AddWebhook(Uri endpoint, params IReadOnlyList<string> subscriptions)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(subscriptions);
        if (subscriptions.Count == 0)
        {
            throw new ArgumentException("Name at least one event type, such as zen:event-type:ticket.comment_added.", nameof(subscriptions));
        }

        lock (Gate)
        {
            var webhook = new ZendeskWebhook("01" + Ids.Hex(24).ToUpperInvariant(), endpoint, Ids.Letters(48), [.. subscriptions]);
            _publisher.Webhooks.Add(webhook);
            return webhook;
        }
    }

    /// <summary>A ticket as it stands now.</summary>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public ZendeskTicket Ticket(long id)
    {
        lock (Gate)
        {
            _jobs.RunDue();
            return _account.Tickets.TryGetValue(id, out var ticket)
                ? new ZendeskTicket(ticket)
                : throw new ArgumentException($"There is no ticket {id}.", nameof(id));
        }
    }

    /// <summary>All tickets as they stand now, by number.</summary>
    public IReadOnlyList<ZendeskTicket> Tickets()
    {
        lock (Gate)
        {
            _jobs.RunDue();
            return [.. _account.Tickets.Values.Select(ticket => new ZendeskTicket(ticket))];
        }
    }

    private UserRecord Known(ZendeskUser user, string parameter) =>
        _account.Users.TryGetValue(user.Id, out var known) ? known : throw new ArgumentException($"User {user.Id} is not of this account: add it with AddUser.", parameter);

    private JsonArray Put(IEnumerable<ZendeskUser>? users, string parameter) =>
        ZendeskJson.Array((users ?? []).Select(user => new JsonObject { ["user_id"] = Known(user, parameter).Id, ["action"] = "put" }));
}
