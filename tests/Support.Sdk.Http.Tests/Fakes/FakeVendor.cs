using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Support.Sdk.Http.Tests;

/// <summary>A primary handler that answers from a script, keeps what it was sent, and throws when the script is over.</summary>
internal sealed class FakeVendor : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _always;

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public FakeVendor Answer(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers) =>
        Then((_, _) => Task.FromResult(Response(status, body, headers)));

    public FakeVendor Fail(Exception exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public FakeVendor Hang() => Then(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("never reached");
    });

    public FakeVendor Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public FakeVendor Always(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _always = answer;
        return this;
    }

    public static HttpResponseMessage Response(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Enqueue(new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            body,
            request.Content?.Headers.ContentType?.ToString()));
        var answer = _script.TryDequeue(out var next) ? next : _always ?? throw new InvalidOperationException($"The script has no answer to {request.Method} {request.RequestUri}.");
        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
