using System.Globalization;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Testing;

namespace Support.Sdk.Webinars.Tests;

/// <summary>Webex and Salesforce on one clock, with a host of webinars.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(ManualTimeProvider clock, WebexEmulator webex, SalesforceEmulator salesforce)
    {
        Clock = clock;
        Webex = webex;
        Salesforce = salesforce;
        Host = webex.AddUser("anna@example.com", "Anna Adams", new WebexUserSeed { WebinarLicense = true, SiteUrls = ["emulated.webex.com"] });
        SalesforceToken = salesforce.CreateAccessToken();
    }

    public ManualTimeProvider Clock { get; }

    public WebexEmulator Webex { get; }

    public SalesforceEmulator Salesforce { get; }

    public WebexUser Host { get; }

    public string SalesforceToken { get; }

    public static async Task<World> StartAsync(Action<SalesforceEmulatorOptions>? configure = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var clock = new ManualTimeProvider();
        var webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = clock }, cancellationToken);
        var options = new SalesforceEmulatorOptions { TimeProvider = clock, BulkQueueTime = TimeSpan.Zero, BulkBatchTime = TimeSpan.Zero, DailyApiRequests = 10_000_000 };
        configure?.Invoke(options);
        return new World(clock, webex, await SalesforceEmulator.StartAsync(options, cancellationToken));
    }

    /// <summary>A webinar that was held yesterday; its people as the index gives them.</summary>
    public string AddWebinar(int registrants, Func<int, WebinarPerson>? person = null, int invitees = 0, int attendees = 0, string title = "Webinar") => Webex.AddWebinar(Host, new WebinarSeed
    {
        Title = title,
        Start = Clock.GetUtcNow().AddDays(-1),
        Registrants = registrants,
        PendingPercent = 0,
        RejectedPercent = 0,
        Invitees = invitees,
        Attendees = attendees,
        Person = person ?? WebinarPerson.Of,
    }).SeriesId;

    public string AddContact(string email, string lastName = "Before", string? title = null) =>
        Salesforce.AddRecord("Contact", ("LastName", lastName), ("Email", email), ("Title", title));

    /// <summary>Changes a record as somebody else would.</summary>
    public async Task PatchAsync(string name, string id, string json)
    {
        using var client = new HttpClient { BaseAddress = Salesforce.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/services/data/v64.0/sobjects/{name}/{id}") { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", SalesforceToken);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>An object like a contact, for one test alone.</summary>
    public string AddObject(string name, bool isKeyUnique = false)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"a{(char)('0' + (_objects / 36))}{Base36(_objects++ % 36)}");
        Salesforce.AddObject(
            name,
            name,
            prefix,
            SalesforceField.Email("Email__c") with { Unique = isKeyUnique, ExternalId = true },
            SalesforceField.Text("LastName__c", 80) with { Required = true },
            SalesforceField.Text("Title__c", 128));
        return name;
    }

    /// <summary>The object of the memberships of another one.</summary>
    public void AddMemberObject(string name, string of) => Salesforce.AddObject(
        name,
        name,
        string.Create(CultureInfo.InvariantCulture, $"b{(char)('0' + (_objects / 36))}{Base36(_objects++ % 36)}"),
        SalesforceField.Text("Name", 80),
        SalesforceField.Reference("Campaign__c", "Campaign__r", "Campaign"),
        SalesforceField.Reference("Record__c", "Record__r", of));

    private int _objects;

    public int CountRequests(string method, string path) =>
        Salesforce.Requests.Count(request => request.Method == method && request.PathAndQuery.Contains(path, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Webex.DisposeAsync();
        await Salesforce.DisposeAsync();
    }

    private static char Base36(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
