using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Testing;

namespace Support.Sdk.Emulators.Tests.Webex;

/// <summary>An emulator with a manual clock (2026-03-02T09:00Z), the host Anna and her colleague Ben, and plain HTTP.</summary>
public abstract class WebexTest : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected ManualTimeProvider Clock { get; } = new();

    protected WebexEmulator Webex { get; private set; } = null!;

    protected WebexUser Anna { get; private set; } = null!;

    protected WebexUser Ben { get; private set; } = null!;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        var options = new WebexEmulatorOptions { TimeProvider = Clock };
        Configure(options);
        Webex = await WebexEmulator.StartAsync(options, Cancelled);
        Anna = Webex.AddUser("anna@example.com", "Anna Adams");
        Ben = Webex.AddUser("ben@example.com", "Ben Brown");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Webex.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(WebexEmulatorOptions options)
    {
    }

    private protected Task<Reply> GetAsync(string path, string? token = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, token, headers: headers);

    private protected Task<Reply> PostAsync(string path, string json, string? token = null) => SendAsync(HttpMethod.Post, path, json, token);

    private protected Task<Reply> PutAsync(string path, string json, string? token = null) => SendAsync(HttpMethod.Put, path, json, token);

    private protected Task<Reply> PatchAsync(string path, string json, string? token = null, string type = "application/json") => SendAsync(HttpMethod.Patch, path, json, token, type);

    private protected Task<Reply> DeleteAsync(string path, string? token = null) => SendAsync(HttpMethod.Delete, path, null, token);

    private protected async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body, string? token, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Webex.ApiAddress, path));
        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Anna.AccessToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        using var response = await _http.SendAsync(request, Cancelled);
        return await Reply.ReadAsync(response, Cancelled);
    }

    /// <summary>A meeting of an hour tomorrow at ten, or at other times and with further properties.</summary>
    private protected async Task<Reply> CreateMeetingAsync(string start = "2026-03-03T10:00:00Z", string end = "2026-03-03T11:00:00Z", string more = "", string? token = null)
    {
        var reply = await PostAsync("meetings", $$"""{"title":"Case 42","start":"{{start}}","end":"{{end}}"{{more}}}""", token);
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        return reply;
    }
}
