using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Zendesk;

/// <summary>The emulator's answers against the vendor's own examples and recordings: every property of the sample is there, with the same JSON type.</summary>
public class ZendeskShapeTests
{
    // What the samples show only because their account uses features the emulator has none of.
    private static readonly string[] NotEmulated =
        ["satisfaction_probability", "latitude", "longitude", "location", "photo", "attachments", "thumbnails", "user_fields", "events", "via"];

    [Theory]
    [InlineData("oas-ticket-show", "ticket")]
    [InlineData("justeat-testTicket", "")]
    public async Task Ticket_HasTheShapeOfTheSample(string sample, string root)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync($$"""{"tags":["a"],"assignee_id":{{fixture.Agent.Id}},"followers":[{"user_id":{{fixture.Agent.Id}}}],"custom_fields":[{"id":7,"value":"x"}]}""");
        var answer = await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}");
        ShouldFit(root.Length == 0 ? Sample(sample) : Sample(sample)[root]!, answer["ticket"], root);
    }

    [Fact]
    public async Task User_HasTheShapeOfTheSample()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.GetAsync($"api/v2/users/{fixture.Agent.Id}");
        ShouldFit(Sample("oas-user-full")["user"]!, answer["user"], "user");
    }

    [Fact]
    public async Task Comments_HaveTheShapeOfTheSample()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        ShouldFit(Sample("oas-ticket-comments"), (await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}/comments")).Json, "");
    }

    [Theory]
    [InlineData("oas-ticket-audits")]
    [InlineData("justeat-ticketAuditMultiSearchOneResult")]
    public async Task AuditEvents_HaveTheShapesOfTheSamples(string sample)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"comment":{"body":"Hi"},"status":"open","custom_status_id":5}""");
        var audits = await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}/audits");
        ShouldFit(Sample(sample)["audits"]![0]!, audits["audits"][0]!, "audit");
        var actual = audits["audits"].AsArray().SelectMany(audit => audit!["events"]!.AsArray()).ToLookup(one => (string)one!["type"]!);
        foreach (var one in Sample(sample)["audits"]![0]!["events"]!.AsArray())
        {
            var ours = actual[(string)one!["type"]!].ToList();
            ours.ShouldNotBeEmpty();
            foreach (var name in one.AsObject().Select(property => property.Key).Except(NotEmulated))
            {
                ours.ShouldAllBe(ourEvent => ourEvent!.AsObject().ContainsKey(name), $"{one["type"]} has {name}");
            }
        }
    }

    [Fact]
    public async Task CursorPage_HasTheShapeOfTheRecording()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var recording = Sample("recorded-cursor-page-first")["response"]!;
        var answer = await fixture.GetAsync("api/v2/tickets.json?page[size]=1");
        ShouldFit(recording["body"]!["meta"]!, answer["meta"], "meta");
        ShouldFit(recording["body"]!["links"]!, answer["links"], "links");
        ((string)answer["links"]["next"]!).ShouldContain("/api/v2/tickets.json?page%5Bsize%5D=1&page%5Bafter%5D=");
        foreach (var header in recording["headers"]!.AsObject().Select(header => header.Key).Where(name => name.Contains("rate", StringComparison.OrdinalIgnoreCase)))
        {
            answer.Headers.Keys.ShouldContain(name => name.Equals(header, StringComparison.OrdinalIgnoreCase), header);
        }
    }

    [Theory]
    [InlineData("recorded-job-status-queued", 0)]
    [InlineData("recorded-job-status-completed", 60)]
    public async Task JobStatus_HasTheShapeOfTheRecording(string sample, int seconds)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var job = await fixture.SendAsync("PUT", $"api/v2/tickets/update_many?ids={fixture.Ticket.Id}", """{"ticket":{"status":"open"}}""");
        fixture.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await fixture.GetAsync($"api/v2/job_statuses/{(string)job["job_status"]["id"]!}");
        var recorded = Sample(sample)["response"]!["body"]!["job_status"]!;
        ShouldFit(recorded, answer["job_status"], "job_status");
        ((string?)answer["job_status"]["status"]).ShouldBe((string?)recorded["status"]);
    }

    [Theory]
    [InlineData("oas-search", "api/v2/search?query=printer")]
    [InlineData("oas-search-export", "api/v2/search/export?query=printer&filter[type]=ticket&page[size]=1")]
    public async Task SearchPages_HaveTheShapeOfTheSample(string sample, string path)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var expected = Sample(sample);
        expected.Remove("results"); // Of other types.
        var answer = await fixture.GetAsync(path);
        ShouldFit(expected, answer.Json, "");
        ((string?)answer["results"][0]!["result_type"]).ShouldBe("ticket");
    }

    [Fact]
    public async Task OAuthToken_HasTheShapeOfTheSample()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", new Uri("https://app.example.com/"), fixture.Agent);
        var answer = await fixture.SendAsync("POST", "oauth/tokens", $$"""
            {"grant_type":"client_credentials","client_id":"app","client_secret":"{{client.Secret}}","scope":"read"}
            """);
        ShouldFit(Sample("oas-oauth-token-for-grant-type"), answer.Json, "");
    }

    [Fact]
    public async Task AccountSettings_AreASubsetOfTheSample()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        // The emulator answers fewer settings; what it answers, the vendor has.
        ShouldFit((await fixture.GetAsync("api/v2/account/settings")).Json, Sample("oas-account-settings"), "");
    }

    private static void ShouldFit(JsonNode expected, JsonNode actual, string path)
    {
        switch (expected)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties)
                {
                    if (NotEmulated.Contains(name))
                    {
                        continue;
                    }

                    actual.AsObject().ContainsKey(name).ShouldBeTrue($"{path}.{name} is missing");
                    if (value is not null && actual[name] is { } ours)
                    {
                        ShouldFit(value, ours, $"{path}.{name}");
                    }
                }

                break;
            case JsonArray { Count: > 0 } items when actual is JsonArray { Count: > 0 } ours:
                ShouldFit(items[0]!, ours[0]!, path + "[0]");
                break;
            case JsonArray:
                actual.GetValueKind().ShouldBe(JsonValueKind.Array, path);
                break;
            default:
                Kind(actual).ShouldBe(Kind(expected), path);
                break;
        }
    }

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();

    private static JsonObject Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "Samples", "zendesk")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Samples/zendesk is not above " + AppContext.BaseDirectory);
        }

        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "Samples", "zendesk", name + ".json")))!.AsObject();
    }
}
