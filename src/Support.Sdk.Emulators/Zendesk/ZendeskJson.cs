using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The vendor's representations (fact sheet sections 7.2, 7.6 and 8.2).</summary>
internal static class ZendeskJson
{
    private const string ContentType = "application/json; charset=utf-8";

    public static EmulatorResponse Answer(int status, JsonObject body) => EmulatorResponse.Json(status, body, ContentType);

    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Array(IEnumerable<long> ids) => [.. ids.Select(id => (JsonNode)id)];

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static JsonObject Via(string channel) => new()
    {
        ["channel"] = channel,
        ["source"] = new JsonObject { ["from"] = new JsonObject(), ["to"] = new JsonObject(), ["rel"] = null },
    };

    public static JsonObject Ticket(TicketRecord ticket, string origin)
    {
        var customFields = Array(ticket.CustomFields.OrderBy(field => field.Key)
            .Select(field => new JsonObject { ["id"] = field.Key, ["value"] = field.Value?.DeepClone() }));
        return new JsonObject
        {
            ["url"] = $"{origin}/api/v2/tickets/{ticket.Id}.json",
            ["id"] = ticket.Id,
            ["external_id"] = ticket.ExternalId,
            ["via"] = Via("api"),
            ["created_at"] = Time(ticket.CreatedAt),
            ["updated_at"] = Time(ticket.UpdatedAt),
            ["generated_timestamp"] = ticket.UpdatedAt.ToUnixTimeSeconds(),
            ["type"] = ticket.Type,
            ["subject"] = ticket.Subject,
            ["raw_subject"] = ticket.Subject,
            ["description"] = ticket.Comments is [var first, ..] ? first.Body : "",
            ["priority"] = ticket.Priority,
            ["status"] = ticket.Status,
            ["recipient"] = ticket.Recipient,
            ["requester_id"] = ticket.RequesterId,
            ["submitter_id"] = ticket.SubmitterId,
            ["assignee_id"] = ticket.AssigneeId,
            ["organization_id"] = ticket.OrganizationId,
            ["group_id"] = ticket.GroupId,
            ["collaborator_ids"] = Array(ticket.AllCollaboratorIds),
            ["follower_ids"] = Array(ticket.FollowerIds),
            ["email_cc_ids"] = Array(ticket.EmailCcIds),
            ["forum_topic_id"] = null,
            ["problem_id"] = ticket.ProblemId,
            ["has_incidents"] = false,
            ["is_public"] = ticket.Comments.Exists(comment => comment.IsPublic),
            ["due_at"] = ticket.DueAt,
            ["tags"] = Array(ticket.Tags),
            ["custom_fields"] = customFields,
            ["satisfaction_rating"] = null,
            ["sharing_agreement_ids"] = new JsonArray(),
            ["custom_status_id"] = ticket.CustomStatusId,
            ["followup_ids"] = Array(ticket.FollowupIds),
            ["ticket_form_id"] = ticket.TicketFormId,
            ["brand_id"] = ticket.BrandId,
            ["allow_channelback"] = false,
            ["allow_attachments"] = true,
            ["from_messaging_channel"] = false,
        };
    }

    /// <summary>A ticket as its requester sees it (<c>/requests</c>).</summary>
    public static JsonObject Request(TicketRecord ticket, string origin) => new()
    {
        ["url"] = $"{origin}/api/v2/requests/{ticket.Id}.json",
        ["id"] = ticket.Id,
        ["subject"] = ticket.Subject,
        ["description"] = ticket.Comments.Find(comment => comment.IsPublic)?.Body ?? "",
        ["status"] = ticket.Status,
        ["priority"] = ticket.Priority,
        ["type"] = ticket.Type,
        ["requester_id"] = ticket.RequesterId,
        ["assignee_id"] = ticket.AssigneeId,
        ["organization_id"] = ticket.OrganizationId,
        ["collaborator_ids"] = Array(ticket.AllCollaboratorIds),
        ["email_cc_ids"] = Array(ticket.EmailCcIds),
        ["is_public"] = ticket.Comments.Exists(comment => comment.IsPublic),
        ["created_at"] = Time(ticket.CreatedAt),
        ["updated_at"] = Time(ticket.UpdatedAt),
        ["via"] = Via("api"),
    };

    public static JsonObject Comment(CommentRecord comment, AuditRecord audit) => new()
    {
        ["id"] = comment.Id,
        ["type"] = "Comment",
        ["author_id"] = comment.AuthorId,
        ["body"] = comment.Body,
        ["html_body"] = comment.HtmlBody,
        ["plain_body"] = comment.Body,
        ["public"] = comment.IsPublic,
        ["attachments"] = new JsonArray(),
        ["audit_id"] = comment.AuditId,
        ["via"] = Via("api"),
        ["created_at"] = Time(comment.CreatedAt),
        ["metadata"] = audit.Metadata(),
    };

    /// <summary>A user as agents see one.</summary>
    public static JsonObject User(UserRecord user, string origin)
    {
        var json = UserForEndUser(user, origin);
        foreach (var (name, value) in new JsonObject
        {
            ["external_id"] = user.ExternalId,
            ["tags"] = new JsonArray(),
            ["alias"] = "",
            ["active"] = true,
            ["shared"] = false,
            ["shared_agent"] = false,
            ["last_login_at"] = null,
            ["two_factor_auth_enabled"] = null,
            ["signature"] = null,
            ["details"] = null,
            ["notes"] = null,
            ["role_type"] = user.Role == ZendeskRole.Admin ? 4 : (int?)null,
            ["custom_role_id"] = null,
            ["moderator"] = user.IsStaff,
            ["ticket_restriction"] = user.IsStaff ? null : "requested",
            ["only_private_comments"] = false,
            ["restricted_agent"] = !user.IsStaff,
            ["suspended"] = false,
            ["default_group_id"] = null,
            ["report_csv"] = false,
            ["chat_only"] = false,
            ["user_fields"] = new JsonObject(),
        }.ToArray())
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>The reduced representation that end users get.</summary>
    public static JsonObject UserForEndUser(UserRecord user, string origin) => new()
    {
        ["id"] = user.Id,
        ["url"] = $"{origin}/api/v2/users/{user.Id}.json",
        ["name"] = user.Name,
        ["email"] = user.Email,
        ["created_at"] = Time(user.CreatedAt),
        ["updated_at"] = Time(user.CreatedAt),
        ["time_zone"] = "Paris",
        ["iana_time_zone"] = "Europe/Paris",
        ["phone"] = null,
        ["shared_phone_number"] = null,
        ["photo"] = null,
        ["locale_id"] = 1,
        ["locale"] = "en-US",
        ["organization_id"] = null,
        ["role"] = user.Role.Value,
        ["verified"] = true,
    };
}
