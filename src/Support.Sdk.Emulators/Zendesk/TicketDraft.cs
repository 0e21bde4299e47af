using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A copy of a ticket while a request changes it. Nothing outside it changes before <see cref="AddNewUsers"/>.</summary>
internal sealed class TicketDraft(ZendeskAccount account, TicketRecord ticket, TicketInput input, TicketActor actor, DateTimeOffset now)
{
    // Placeholders of users that a valid request will create: negative ids.
    private readonly List<(long Placeholder, string Name, string Email)> _newUsers = [];

    public TicketRecord Ticket { get; } = ticket;

    public TicketInput Input { get; } = input;

    public TicketActor Actor { get; } = actor;

    public DateTimeOffset Now { get; } = now;

    public CommentDraft? Comment { get; private set; }

    public TicketRecord? FollowUpOf { get; private set; }

    /// <summary>What the request gave as <c>metadata</c>: the audit shows it as <c>metadata.custom</c>.</summary>
    public JsonObject Metadata { get; } =
        input.Has("metadata") ? (JsonObject)TicketInput.Object(input["metadata"], "metadata").DeepClone() : [];

    public void ReadRequester()
    {
        Ticket.SubmitterId = Actor.User.Id;
        Input.SetId("submitter_id", id => Ticket.SubmitterId = Known(id, "submitter_id", "Submitter") ?? Ticket.SubmitterId);
        Ticket.RequesterId = Actor.User.Id;
        if (Input.Has("requester"))
        {
            var requester = TicketInput.Object(Input["requester"], "requester");
            var (name, email) = (TicketInput.Text(requester["name"], "requester.name"), TicketInput.Text(requester["email"], "requester.email"));
            if (email is null || (name is null && account.UserByEmail(email) is null))
            {
                Input.Refuse("requester", "Requester: a new requester needs name and email", "BlankValue");
                return;
            }

            Ticket.RequesterId = FindOrPlan(email, name);
        }

        Input.SetId("requester_id", SetRequester);
    }

    public void SetRequester(long? id) => Ticket.RequesterId = Known(id, "requester_id", "Requester") ?? Ticket.RequesterId;

    /// <summary><c>via_followup_source_id</c>: only a closed ticket can be followed up, for others the vendor ignores it.</summary>
    public void ReadFollowUp() => Input.SetId("via_followup_source_id", id =>
    {
        if (id is { } source && account.Tickets.TryGetValue(source, out var original) && original.IsClosed)
        {
            FollowUpOf = original;
            Ticket.Tags.UnionWith(original.Tags);
        }
    });

    public void ReadAssignee()
    {
        if (Input.Has("assignee_email"))
        {
            var agent = TicketInput.Text(Input["assignee_email"], "assignee_email") is { } email ? account.UserByEmail(email) : null;
            SetAssignee(agent?.Id, required: true);
        }

        Input.SetId("assignee_id", id => SetAssignee(id, required: false));
    }

    public void SetStatus(string status)
    {
        Ticket.Status = status;
        if (status == "solved")
        {
            Ticket.AssigneeId ??= Actor.User.Id; // The account setting assign_tickets_upon_solve.
        }
    }

    public void ReadTagsAndFields()
    {
        if (Input.Has("tags"))
        {
            Ticket.Tags = new SortedSet<string>(TicketInput.Tags(Input["tags"], "tags"), StringComparer.Ordinal);
        }

        if (!Input.Has("custom_fields"))
        {
            return;
        }

        foreach (var item in TicketInput.List(Input["custom_fields"], "custom_fields"))
        {
            var field = TicketInput.Object(item, "custom_fields");
            var id = TicketInput.Id(field["id"], "custom_fields.id") ?? throw TicketInput.Invalid("custom_fields", "each needs an id");
            Ticket.CustomFields[id] = field["value"]?.DeepClone();
        }
    }

    public void ReadAdditionalTags()
    {
        if (Input.Has("additional_tags"))
        {
            Ticket.Tags.UnionWith(TicketInput.Tags(Input["additional_tags"], "additional_tags"));
        }

        if (Input.Has("remove_tags"))
        {
            Ticket.Tags.ExceptWith(TicketInput.Tags(Input["remove_tags"], "remove_tags"));
        }
    }

    public void ReadCopies()
    {
        if (Input.Has("collaborator_ids"))
        {
            Ticket.LegacyCollaboratorIds = [.. TicketInput.List(Input["collaborator_ids"], "collaborator_ids")
                .Select(id => Known(TicketInput.Id(id, "collaborator_ids"), "collaborators", "Collaborator") ?? 0).Where(id => id != 0).Distinct()];
        }

        if (Input.Has("collaborators"))
        {
            Ticket.LegacyCollaboratorIds = [.. TicketInput.List(Input["collaborators"], "collaborators").Select(Collaborator).OfType<long>().Distinct()];
        }

        if (Input.Has("additional_collaborators"))
        {
            Ticket.LegacyCollaboratorIds = [.. Ticket.LegacyCollaboratorIds.Concat(
                TicketInput.List(Input["additional_collaborators"], "additional_collaborators").Select(Collaborator).OfType<long>()).Distinct()];
        }

        if (account.Options.CcsAndFollowers)
        {
            Deltas("email_ccs", Ticket.EmailCcIds, agentsOnly: false);
            Deltas("followers", Ticket.FollowerIds, agentsOnly: true);
        }
    }

    public void ReadComment(bool isFirst)
    {
        if (!Input.Has("comment"))
        {
            return;
        }

        var json = TicketInput.Object(Input["comment"], "comment");
        var byDefault = isFirst || Ticket.Comments is not [{ IsPublic: false }, ..] ? account.Options.CommentsPublicByDefault : false;
        var author = Known(TicketInput.Id(json["author_id"], "comment.author_id"), "author_id", "Author");
        var draft = CommentDraft.Read(json, author ?? (isFirst ? Ticket.SubmitterId : Actor.User.Id), byDefault);
        if (draft is null)
        {
            Input.Refuse("base", isFirst ? "Description: cannot be blank" : "Comment: cannot be blank", "BlankValue");
        }
        else if (json["uploads"] is JsonArray { Count: > 0 })
        {
            Input.Refuse("base", "Attachment: upload token is invalid or expired", "InvalidValue"); // The emulator hands no upload tokens out.
        }
        else if (Ticket.Comments.Count >= account.Options.CommentsPerTicket)
        {
            Input.Refuse("base", $"Ticket has reached the maximum of {account.Options.CommentsPerTicket} comments", "TooManyComments");
        }

        Comment = draft;
    }

    /// <summary>Creates the users the request named by an unknown address, and puts their ids where the placeholders stand.</summary>
    public void AddNewUsers()
    {
        foreach (var (placeholder, name, email) in _newUsers)
        {
            var id = account.AddUser(name, email, ZendeskRole.EndUser, account.Options.SearchIndexLag).Id;
            if (Ticket.RequesterId == placeholder)
            {
                Ticket.RequesterId = id;
            }

            foreach (var list in (List<long>[])[Ticket.EmailCcIds, Ticket.LegacyCollaboratorIds])
            {
                if (list.IndexOf(placeholder) is >= 0 and var index)
                {
                    list[index] = id;
                }
            }
        }
    }

    private void SetAssignee(long? id, bool required)
    {
        if (id is null ? required : !account.Users.TryGetValue(id.Value, out var user) || !user.IsStaff)
        {
            Input.Refuse("assignee", "Assignee: is not an agent", "InvalidValue");
            return;
        }

        Ticket.AssigneeId = id;
        if (id is not null && Ticket.Status == "new")
        {
            Ticket.Status = "open"; // A ticket in somebody's charge is no longer new.
        }
    }

    private long? Known(long? id, string field, string title)
    {
        if (id is { } given && !account.Users.ContainsKey(given))
        {
            Input.Refuse(field, $"{title}: is invalid", "InvalidValue");
            return null;
        }

        return id;
    }

    private long FindOrPlan(string email, string? name)
    {
        if (account.UserByEmail(email) is { } known)
        {
            return known.Id;
        }

        if (_newUsers.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)) is { Email: not null } planned)
        {
            return planned.Placeholder;
        }

        var placeholder = -1L - _newUsers.Count;
        _newUsers.Add((placeholder, name ?? email.Split('@')[0], email));
        return placeholder;
    }

    private long? Collaborator(JsonNode? item) => item switch
    {
        JsonObject person when TicketInput.Text(person["email"], "collaborators.email") is { } email =>
            FindOrPlan(email, TicketInput.Text(person["name"], "collaborators.name")),
        JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String && ((string)text!).Contains('@', StringComparison.Ordinal) =>
            FindOrPlan((string)text!, null),
        _ => Known(TicketInput.Id(item, "collaborators"), "collaborators", "Collaborator"),
    };

    /// <summary>Applies <c>[{"user_id"|"user_email", "action": "put"|"delete"}]</c>; without an action it is put.</summary>
    private void Deltas(string name, List<long> ids, bool agentsOnly)
    {
        if (!Input.Has(name))
        {
            return;
        }

        foreach (var item in TicketInput.List(Input[name], name))
        {
            var entry = TicketInput.Object(item, name);
            var action = TicketInput.Text(entry["action"], name + ".action") ?? "put";
            var email = TicketInput.Text(entry["user_email"], name + ".user_email");
            var id = email is null ? Known(TicketInput.Id(entry["user_id"], name + ".user_id"), name, "User")
                : action == "delete" || agentsOnly ? account.UserByEmail(email)?.Id
                : FindOrPlan(email, TicketInput.Text(entry["user_name"], name + ".user_name"));
            if (action is not ("put" or "delete"))
            {
                Input.Refuse(name, $"Action: {action} is not valid", "InvalidValue");
            }
            else if (action == "delete")
            {
                ids.RemoveAll(known => known == id);
            }
            else if (id is null || (agentsOnly && !account.Users[id.Value].IsStaff))
            {
                Input.Refuse(name, agentsOnly ? "Follower: must be an agent" : "Email CC: user is missing", "InvalidValue");
            }
            else if (!ids.Contains(id.Value))
            {
                ids.Add(id.Value);
            }
        }
    }
}
