using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Http;

namespace Support.Sdk.Benchmarks.Http;

/// <summary>The same call twice: by a bare <see cref="HttpClient"/>, and by the transport of a vendor with everything switched on.</summary>
internal sealed class Clients : IDisposable
{
    private const string Token = "a-token-of-the-benchmark";
    private static readonly VendorOperation GetTicket = new("bench.tickets.get", RetryMeaning.Safe);

    private readonly ServiceProvider _services;
    private readonly HttpClient _bare;
    private readonly VendorTransport _transport;

    /// <param name="address">Where the server listens.</param>
    /// <param name="primary">Creates what sends the requests; <see langword="null"/> for sockets.</param>
    public Clients(Uri address, Func<HttpMessageHandler>? primary = null)
    {
        // Configured like the transport's own, so that both put the same bytes on the wire.
        _bare = new HttpClient(primary?.Invoke() ?? new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        {
            BaseAddress = address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Bearer", Token),
                Accept = { new("application/json") },
            },
        };

        var services = new ServiceCollection();
        var client = services.AddVendor(new()
        {
            Profile = new() { Vendor = "bench", ErrorReader = new NoErrors(), OperationIdHeader = null },
            BaseAddress = _ => address,
            HttpOptions = _ => new(),
            Credentials = _ => VendorCredentials.Static(AccessToken.Bearer(Token)),
        });
        if (primary is not null)
        {
            client.ConfigurePrimaryHttpMessageHandler(primary);
        }

        _services = services.BuildServiceProvider();
        _transport = _services.GetVendorTransport("bench");
    }

    public async Task<Ticket> BareAsync(long id)
    {
        using var response = await _bare.GetAsync(new Uri($"tickets/{id}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(TicketJsonContext.Default.Ticket))!;
    }

    public Task<Ticket> TransportAsync(long id) =>
        _transport.SendAsync(VendorRequest.Get(GetTicket, VendorPath.Of($"tickets/{id}")), TicketJsonContext.Default.Ticket);

    public void Dispose()
    {
        _bare.Dispose();
        _services.Dispose();
    }

    private sealed class NoErrors : IErrorReader
    {
        public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body) => new();
    }
}
