using System.Text.Json.Serialization;
using Support.Sdk.Webex.Authorizations;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(InstantConverter), typeof(FlagConverter)])]
[JsonSerializable(typeof(ItemsPage<WebexMeeting>))]
[JsonSerializable(typeof(ItemsPage<MeetingInvitee>))]
[JsonSerializable(typeof(ItemsPage<MeetingParticipant>))]
[JsonSerializable(typeof(ItemsPage<MeetingRegistrant>))]
[JsonSerializable(typeof(ItemsPage<WebexPerson>))]
[JsonSerializable(typeof(ItemsPage<WebexWebhook>))]
[JsonSerializable(typeof(SitesAnswer))]
[JsonSerializable(typeof(TokenExpiryAnswer))]
[JsonSerializable(typeof(MeetingJoinLinks))]
[JsonSerializable(typeof(MeetingPreferences))]
[JsonSerializable(typeof(CreateMeetingRequest))]
[JsonSerializable(typeof(PatchMeetingRequest))]
[JsonSerializable(typeof(JoinMeetingRequest))]
[JsonSerializable(typeof(EndMeetingRequest))]
[JsonSerializable(typeof(CreateInviteeRequest))]
[JsonSerializable(typeof(CreateInviteesRequest))]
[JsonSerializable(typeof(UpdateInviteeRequest))]
[JsonSerializable(typeof(QueryParticipantsRequest))]
[JsonSerializable(typeof(QueryRegistrantsRequest))]
[JsonSerializable(typeof(CreateWebhookRequest))]
[JsonSerializable(typeof(UpdateWebhookRequest))]
[JsonSerializable(typeof(WebhookEnvelope))]
[JsonSerializable(typeof(List<MeetingLink>))]
internal sealed partial class WebexJson : JsonSerializerContext;
