using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Testing;

namespace Support.Sdk.Emulators.Tests.Zendesk;

/// <summary>An account with an agent, a customer and a ticket, and a bare HTTP client signed in as the agent.</summary>
internal sealed class ZendeskFixture : IAsyncDisposable
{
    private ZendeskFixture(ZendeskEmulator emulator, ManualTimeProvider clock)
    {
        (Zendesk, Clock) = (emulator, clock);
        Agent = emulator.AddUser("Ada Agent", "ada@example.com", ZendeskRole.Agent);
        Customer = emulator.AddUser("Carl Customer", "carl@example.com", ZendeskRole.EndUser);
        Ticket = emulator.AddTicket(Customer, "Printer on fire", "It burns.");
        Http = Client(emulator.CreateAccessToken(Agent).AccessToken);
    }

    public ZendeskEmulator Zendesk { get; }

    public ManualTimeProvider Clock { get; }

    public ZendeskUser Agent { get; }

    public ZendeskUser Customer { get; }

    public ZendeskTicket Ticket { get; }

    public HttpClient Http { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ZendeskFixture> StartAsync(Action<ZendeskEmulatorOptions>? configure = null)
    {
        var clock = new ManualTimeProvider();
        var options = new ZendeskEmulatorOptions { TimeProvider = clock };
        configure?.Invoke(options);
        return new ZendeskFixture(await ZendeskEmulator.StartAsync(options, Token), clock);
    }

    public HttpClient Client(string? bearer = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Zendesk.BaseAddress };
        client.DefaultRequestHeaders.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }

    public HttpClient BasicClient(string userAndPassword)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword)));
        return client;
    }

    public Task<Answer> GetAsync(string path, HttpClient? client = null) => SendAsync("GET", path, null, client);

    public Task<Answer> UpdateAsync(string ticketJson, long? id = null) => SendAsync("PUT", $"api/v2/tickets/{id ?? Ticket.Id}", $$"""{"ticket":{{ticketJson}}}""");

    public Task<Answer> CreateAsync(string ticketJson, string? idempotencyKey = null) =>
        SendAsync("POST", "api/v2/tickets.json", $$"""{"ticket":{{ticketJson}}}""", null, idempotencyKey);

    public async Task<Answer> SendAsync(string method, string path, string? json, HttpClient? client = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await (client ?? Http).SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(text)!.AsObject() : [], text, response.Headers.ToDictionary(
            header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Zendesk.DisposeAsync();
    }

    public sealed record Answer(int Status, JsonObject Json, string Text, IReadOnlyDictionary<string, string> Headers)
    {
        public JsonNode this[string name] => Json[name] ?? throw new InvalidOperationException($"No {name} in {Text}");

        public string? Error => Json["error"] is JsonValue error ? (string?)error : null;
    }
}
