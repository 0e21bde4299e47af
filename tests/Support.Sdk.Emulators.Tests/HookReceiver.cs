using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Support.Sdk.Emulators.Tests;

/// <summary>A web server of its own that takes webhooks and answers what the test tells it to.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<(byte[] Body, IReadOnlyDictionary<string, string> Headers)> _received = [];
    private readonly SemaphoreSlim _arrived = new(0);

    private HookReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public string Url => _app.Urls.Single() + "/hooks";

    public int Answer { get; set; } = 200;

    public IReadOnlyList<(byte[] Body, IReadOnlyDictionary<string, string> Headers)> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public IEnumerable<string> Bodies => Received.Select(one => Encoding.UTF8.GetString(one.Body));

    public static async Task<HookReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var receiver = new HookReceiver();
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    public Task ArrivalAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        lock (_gate)
        {
            _received.Add((body.ToArray(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        }

        _arrived.Release();
        context.Response.StatusCode = Answer;
    }
}
