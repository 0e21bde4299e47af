using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Zendesk.Account;
using Support.Sdk.Zendesk.Jobs;
using Support.Sdk.Zendesk.Paging;
using Support.Sdk.Zendesk.Search;
using Support.Sdk.Zendesk.Tickets;
using Support.Sdk.Zendesk.Users;
using Support.Sdk.Zendesk.Webhooks;

namespace Support.Sdk.Zendesk;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(TicketEnvelope))]
[JsonSerializable(typeof(TicketUpdateResult))]
[JsonSerializable(typeof(TicketPage))]
[JsonSerializable(typeof(TicketExportPage))]
[JsonSerializable(typeof(TicketCreateEnvelope))]
[JsonSerializable(typeof(TicketUpdateEnvelope))]
[JsonSerializable(typeof(TicketBatchEnvelope))]
[JsonSerializable(typeof(CommentPage))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(AuditEnvelope))]
[JsonSerializable(typeof(Via))]
[JsonSerializable(typeof(CommentAuditEvent))]
[JsonSerializable(typeof(ChangeAuditEvent))]
[JsonSerializable(typeof(CreateAuditEvent))]
[JsonSerializable(typeof(TagsRequest))]
[JsonSerializable(typeof(TagsAnswer))]
[JsonSerializable(typeof(CountEnvelope))]
[JsonSerializable(typeof(CountValue))]
[JsonSerializable(typeof(UserEnvelope))]
[JsonSerializable(typeof(UserPage))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(SearchCount))]
[JsonSerializable(typeof(JobEnvelope))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(AccountSettingsEnvelope))]
[JsonSerializable(typeof(ZendeskWebhookEvent))]
internal sealed partial class ZendeskJson : JsonSerializerContext;
