using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>Every property of the vendor's answer schemas has a property in the models, down to the leaves.</summary>
public sealed class AnswerContractTests
{
    public static TheoryData<string, string, Type, bool> Answers => new()
    {
        { "POST", "meetings", typeof(WebexMeeting), false },
        { "GET", "meetings", typeof(WebexMeeting), true },
        { "GET", "meetings/1", typeof(WebexMeeting), false },
        { "PATCH", "meetings/1", typeof(WebexMeeting), false },
        { "POST", "meetings/join", typeof(MeetingJoinLinks), false },
        { "GET", "meetingPreferences", typeof(MeetingPreferences), false },
        { "GET", "meetingPreferences/personalMeetingRoom", typeof(PersonalMeetingRoom), false },
        { "GET", "meetingInvitees", typeof(MeetingInvitee), true },
        { "POST", "meetingInvitees", typeof(MeetingInvitee), false },
        { "POST", "meetingInvitees/bulkInsert", typeof(MeetingInvitee), true },
        { "GET", "meetingParticipants", typeof(MeetingParticipant), true },
        { "POST", "meetingParticipants/query", typeof(MeetingParticipant), true },
        { "GET", "meetingParticipants/1", typeof(MeetingParticipant), false },
        { "GET", "meetings/1/registration", typeof(MeetingRegistration), false },
        { "GET", "meetings/1/registrants", typeof(MeetingRegistrant), true },
        { "POST", "meetings/1/registrants/query", typeof(MeetingRegistrant), true },
        { "GET", "meetings/1/registrants/1", typeof(MeetingRegistrant), false },
        { "GET", "people", typeof(WebexPerson), true },
        { "GET", "webhooks", typeof(WebexWebhook), true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Model_OfAnAnswer_HasEveryPropertyOfTheSchema(string method, string path, Type model, bool isList)
    {
        var schema = Specification.Answer(Specification.Operation(new HttpMethod(method), path));
        if (isList)
        {
            schema = Specification.Items(Specification.Properties(schema)["items"]);
        }

        Missing(schema, model, "").ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(JsonElement schema, Type model, string path)
    {
        var known = model.GetProperties().ToDictionary(static property => JsonNameOf(property), static property => property.PropertyType);
        foreach (var (name, property) in Specification.Properties(schema))
        {
            var full = path + name;
            if (!known.TryGetValue(name, out var type))
            {
                yield return full;
                continue;
            }

            var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
            var nested = Specification.TypeOf(property) == "array" ? Specification.Items(property) : property;
            if (Specification.TypeOf(nested) == "object")
            {
                foreach (var missing in Missing(nested, item, full + "."))
                {
                    yield return missing;
                }
            }
        }
    }

    private static string JsonNameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
