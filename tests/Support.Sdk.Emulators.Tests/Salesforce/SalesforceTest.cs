using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Testing;

namespace Support.Sdk.Emulators.Tests.Salesforce;

/// <summary>An org with a manual clock, an external id on contacts, a session of its administrator, and plain HTTP.</summary>
public abstract class SalesforceTest : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected ManualTimeProvider Clock { get; } = new();

    protected SalesforceEmulator Salesforce { get; private set; } = null!;

    protected string Token { get; set; } = "";

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = new SalesforceEmulatorOptions { TimeProvider = Clock };
        Configure(options);
        Salesforce = await SalesforceEmulator.StartAsync(options, Cancelled);
        Salesforce.AddField("Contact", SalesforceField.Text("Key__c", 20) with { ExternalId = true, Unique = true });
        Token = Salesforce.CreateAccessToken();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Salesforce.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(SalesforceEmulatorOptions options)
    {
    }

    protected static JsonNode Recorded(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "salesforce", name + ".json")))!;

    private protected Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers: headers);

    private protected Task<Reply> QueryAsync(string soql) => GetAsync("query?q=" + Uri.EscapeDataString(soql));

    private protected Task<Reply> PostAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync("POST", path, json, headers: headers);

    private protected Task<Reply> PatchAsync(string path, string json) => SendAsync("PATCH", path, json);

    private protected async Task<Reply> SendAsync(string method, string path, string? body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        var address = path.StartsWith('/') ? path : "/services/data/v64.0/" + path;
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Salesforce.BaseAddress, address));
        if (Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        using var response = await _http.SendAsync(request, Cancelled);
        return await Reply.ReadAsync(response, Cancelled);
    }

    private protected static void ShouldRefuse(Reply reply, HttpStatusCode status, string code, params string[] fields)
    {
        reply.Status.ShouldBe(status, reply.Text);
        var error = reply.Json!.AsArray().ShouldHaveSingleItem()!.AsObject();
        ((string?)error["errorCode"]).ShouldBe(code, reply.Text);
        ((string?)error["message"]).ShouldNotBeNullOrEmpty();
        (error["fields"]?.AsArray().Select(field => (string)field!) ?? []).ShouldBe(fields);
    }

    private protected static IEnumerable<string?> Values(Reply reply, string field)
    {
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        return reply.Json!["records"]!.AsArray().Select(record => record![field]?.ToString());
    }
}
