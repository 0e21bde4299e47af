using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.Benchmarks.Http;

/// <summary>A call over the loopback device to a Kestrel server in this process; its work and its bytes are in both figures.</summary>
public class LoopbackCallBenchmarks
{
    private WebApplication _server = null!;
    private Clients _clients = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Ticket.Sample, TicketJsonContext.Default.Ticket);
        _server.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await _server.StartAsync();
        _clients = new(new Uri(_server.Urls.Single() + "/"));
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task<Ticket> BareHttpClient() => _clients.BareAsync(4711);

    [Benchmark]
    public Task<Ticket> Transport() => _clients.TransportAsync(4711);
}
