using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>The vendor's own sample answers, read by the client and compared field by field: each has its property, with the same value.</summary>
public sealed class SampleTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static TheoryData<string> Samples => [.. Reads.Keys];

    private static Dictionary<string, Func<WebexClient, Task<object>>> Reads { get; } = new()
    {
        ["meeting-create.200"] = async client => await client.Meetings.CreateAsync(new CreateMeetingRequest(), Stop),
        ["meeting-get.200"] = async client => await client.Meetings.GetAsync("1", cancellationToken: Stop),
        ["meeting-patch.200"] = async client => await client.Meetings.PatchAsync("1", new PatchMeetingRequest(), Stop),
        ["meeting-list.200"] = client => Items(client.Meetings.ListAsync()),
        ["meeting-join.200"] = async client => await client.Meetings.JoinAsync(new JoinMeetingRequest { MeetingId = "1" }, Stop),
        ["meeting-preferences.200"] = async client => await client.Preferences.GetAsync(cancellationToken: Stop),
        ["meeting-sites.200"] = async client => await client.Preferences.GetSitesAsync(cancellationToken: Stop),
        ["meeting-invitee-create.200"] = async client => await client.Invitees.CreateAsync(new CreateInviteeRequest(), Stop),
        ["meeting-invitees-list.200"] = client => Items(client.Invitees.ListAsync(new ListInviteesRequest { MeetingId = "1" })),
        ["meeting-participants-list.200"] = client => Items(client.Participants.ListAsync(new ListParticipantsRequest { MeetingId = "1" })),
        ["meeting-registration-form.200"] = async client => await client.Registrants.GetFormAsync("1", cancellationToken: Stop),
        ["meeting-registrants-list.200"] = client => Items(client.Registrants.ListAsync(new ListRegistrantsRequest { MeetingId = "1" })),
        ["people-me.200"] = async client => await client.People.GetMeAsync(cancellationToken: Stop),
        ["people-list.200"] = client => Items(client.People.ListAsync(new ListPeopleRequest())),
        ["webhook-create.200"] = async client => await client.Webhooks.CreateAsync(new CreateWebhookRequest(), Stop),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_ReadByTheClient_AgreesFieldByField(string sample)
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample(sample);

        var read = await Reads[sample](host.Client);

        var json = Sample.Json(sample);
        var expected = read is IEnumerable ? json.EnumerateObject().First().Value : json;
        Compare(expected, read, sample).ShouldBeGreaterThan(2);
    }

    /// <returns>How many values were compared.</returns>
    private static int Compare(JsonElement expected, object? actual, string path)
    {
        actual.ShouldNotBeNull(path);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                return expected.EnumerateObject().Sum(field => Compare(field.Value, PropertyOf(actual, field.Name, path), $"{path}.{field.Name}"));
            case JsonValueKind.Array:
                var items = ((IEnumerable)actual).Cast<object?>().ToArray();
                items.Length.ShouldBe(expected.GetArrayLength(), path);
                return expected.EnumerateArray().Select((item, index) => Compare(item, items[index], $"{path}[{index}]")).Sum();
            case JsonValueKind.String when actual is DateTimeOffset time:
                time.ShouldBe(DateTimeOffset.Parse(expected.GetString()!, CultureInfo.InvariantCulture), path);
                return 1;
            default:
                Convert.ToString(actual, CultureInfo.InvariantCulture)!.Equals(expected.ToString(), StringComparison.OrdinalIgnoreCase).ShouldBeTrue(path);
                return 1;
        }
    }

    private static object? PropertyOf(object owner, string name, string path)
    {
        var property = owner.GetType().GetProperties().SingleOrDefault(candidate =>
            (candidate.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(candidate.Name)) == name);
        property.ShouldNotBeNull($"{path} has no {name}");
        return property.GetValue(owner);
    }

    private static async Task<object> Items<T>(VendorPageable<T> list) => await list.ToListAsync(Stop);
}
