using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Support.Sdk.Webex.Tests;

/// <summary>A primary handler that answers by a function and keeps what it was sent.</summary>
internal sealed class FakeWebex : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<SentRequest, HttpResponseMessage>> _script = new();
    private Func<SentRequest, HttpResponseMessage>? _always;

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public SentRequest Last => Sent.Last();

    public FakeWebex Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        Then(_ => Response(body, status, headers));

    public FakeWebex AnswerSample(string sample, HttpStatusCode status = HttpStatusCode.OK) => Answer(Sample.Text(sample), status);

    public FakeWebex Then(Func<SentRequest, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public FakeWebex Always(Func<SentRequest, HttpResponseMessage> answer)
    {
        _always = answer;
        return this;
    }

    public static HttpResponseMessage Response(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
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
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Content?.Headers.ContentType?.ToString());
        Sent.Enqueue(sent);
        var answer = _script.TryDequeue(out var next) ? next : _always ?? throw new InvalidOperationException($"The script has no answer to {sent.Method} {sent.Address}.");
        var response = answer(sent);
        response.RequestMessage = request;
        return response;
    }
}
