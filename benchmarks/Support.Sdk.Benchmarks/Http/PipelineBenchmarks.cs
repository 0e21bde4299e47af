using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Support.Sdk.Benchmarks.Http;

/// <summary>The same call without a network: what is left is the pipeline itself.</summary>
public class PipelineBenchmarks
{
    private Clients _clients = null!;

    [GlobalSetup]
    public void Setup() => _clients = new(new Uri("https://bench.example.com/"), () => new Answer());

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true)]
    public Task<Ticket> BareHttpClient() => _clients.BareAsync(4711);

    [Benchmark]
    public Task<Ticket> Transport() => _clients.TransportAsync(4711);

    private sealed class Answer : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");
        private readonly byte[] _body = JsonSerializer.SerializeToUtf8Bytes(Ticket.Sample, TicketJsonContext.Default.Ticket);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A stream, as from a socket: reading it into memory is part of the call.
            var content = new StreamContent(new MemoryStream(_body, writable: false));
            content.Headers.ContentType = Json;
            content.Headers.ContentLength = _body.Length;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
