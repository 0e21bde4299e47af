using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The registered webhooks, and the way of an event to them. Under the emulator's gate, but for the outcome of a try.</summary>
/// <remarks>
/// Assumed, since the vendor does not publish it: <c>data</c> is the meeting or participant object itself, without passwords, host
/// key and dial-in codes; a hook of its creator is told of the meetings the creator hosts.
/// </remarks>
internal sealed class WebexHooks(WebexEmulator webex)
{
    private static readonly string[] Secrets = ["password", "phoneAndVideoSystemPassword", "panelistPassword", "phoneAndVideoSystemPanelistPassword", "hostKey", "telephony"];

    public List<WebexHook> All { get; } = [];

    public void Meeting(string @event, MeetingSeries series, JsonObject meeting, WebexUser actor)
    {
        var data = meeting.DeepClone().AsObject();
        foreach (var name in Secrets)
        {
            data.Remove(name);
        }

        Send("meetings", @event, series, data, actor.Id);
    }

    public void Participant(string @event, MeetingInstance instance, MeetingParticipant participant) =>
        Send("meetingParticipants", @event, instance.Series, ParticipantsApi.Render(instance, participant), participant.User?.Id ?? instance.Series.Host.Id);

    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void Send(string resource, string @event, MeetingSeries series, JsonObject data, string actorId)
    {
        foreach (var hook in All.Where(hook => hook.Status == "active" && Watches(hook, resource, @event, series)))
        {
            var seen = data.DeepClone().AsObject();
            if (hook.Integration.ClientId != series.TagsOwner)
            {
                seen.Remove("integrationTags"); // Tags are for the client that set them.
            }

            var body = EmulatorResponse.Serialize(Envelope(hook, resource, @event, seen, actorId));
            var secret = hook.Secret;
            webex.Webhooks.Enqueue(new WebhookMessage
            {
                Topic = $"{resource}.{@event}",
                Target = hook.Target,
                Body = body,
                ContentType = "application/json",
                Headers = secret is null ? null : _ => [new("X-Spark-Signature", Sign(secret, body))],
                Attempted = (_, attempt) => Attempted(hook, attempt),
            });
        }
    }

    private static bool Watches(WebexHook hook, string resource, string @event, MeetingSeries series)
    {
        if ((hook.Resource != resource && hook.Resource != "all") || (hook.Event != @event && hook.Event != "all"))
        {
            return false;
        }

        var concerns = hook.OwnedBy == "org" ? hook.Owner.OrganizationId == series.Host.OrganizationId : hook.Owner == series.Host;
        return concerns && WebhooksApi.Conditions(hook.Filter).All(condition => condition.Key switch
        {
            "hostEmail" => string.Equals(condition.Value, series.Host.Email, StringComparison.OrdinalIgnoreCase),
            "hostUserId" => condition.Value == series.Host.Id,
            _ => false,
        });
    }

    private static JsonObject Envelope(WebexHook hook, string resource, string @event, JsonObject data, string actorId)
    {
        var json = new JsonObject
        {
            ["id"] = hook.Id,
            ["name"] = hook.Name,
            ["targetUrl"] = hook.Target.OriginalString,
            ["resource"] = resource,
            ["event"] = @event,
        };
        if (hook.Filter is not null)
        {
            json["filter"] = hook.Filter;
        }

        json["orgId"] = hook.Owner.OrganizationId;
        json["createdBy"] = hook.Owner.Id;
        json["appId"] = WebexId.Of("APPLICATION", new Guid(ApplicationId(hook.Integration.ClientId)));
        json["ownedBy"] = hook.OwnedBy;
        json["status"] = hook.Status;
        json["created"] = Time(hook.Created);
        json["actorId"] = actorId;
        json["data"] = data;
        return json;
    }

    // An id of 16 bytes that is always the same for the client; nothing depends on its strength.
    private static byte[] ApplicationId(string clientId) => SHA256.HashData(Encoding.ASCII.GetBytes(clientId))[..16];

#pragma warning disable CA5350 // The vendor signs with HMAC-SHA1.
    private static string Sign(string secret, byte[] body) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body));
#pragma warning restore CA5350

    private void Attempted(WebexHook hook, WebhookAttempt attempt)
    {
        lock (webex.Gate)
        {
            if (attempt.Succeeded)
            {
                hook.Failures.Clear();
                return;
            }

            hook.Failures.RemoveAll(time => time <= attempt.At - webex.Options.WebhookFailureWindow);
            hook.Failures.Add(attempt.At);
            if (hook.Failures.Count >= webex.Options.WebhookFailuresBeforeInactive)
            {
                hook.Status = "inactive";
            }
        }
    }
}
