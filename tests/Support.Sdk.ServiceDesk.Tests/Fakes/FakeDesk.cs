using System.Collections.Concurrent;
using System.Text;

namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>A primary handler that answers from a script, keeps what it was sent, and throws when the script is over.</summary>
internal sealed class FakeDesk : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<SentRequest, HttpResponseMessage>> _script = new();
    private Func<SentRequest, HttpResponseMessage>? _always;

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public FakeDesk Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        Then(_ => Response(status, body, headers));

    public FakeDesk Refuse(HttpStatusCode status, string code, string more = "") => Then(_ => Refusal(status, code, more));

    public FakeDesk Cut() => Then(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));

    /// <summary>Answers with a stream of events.</summary>
    public FakeDesk Stream(ScriptedStream stream) => Then(_ => Events(stream));

    public FakeDesk Then(Func<SentRequest, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public FakeDesk Always(Func<SentRequest, HttpResponseMessage> answer)
    {
        _always = answer;
        return this;
    }

    public static HttpResponseMessage Events(Stream stream)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream, 256) };
        response.Content.Headers.ContentType = new("text/event-stream");
        return response;
    }

    public static HttpResponseMessage Refusal(HttpStatusCode status, string code, string more = "") => Response(
        status,
        $$"""{"type":"urn:support-sdk:{{code}}","title":"{{status}}","status":{{(int)status}},"detail":"No, because.","code":"{{code}}"{{more}}}""",
        [],
        "application/problem+json");

    public static HttpResponseMessage Response(HttpStatusCode status, string body, (string Name, string Value)[] headers, string type = "application/json")
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            body);
        Sent.Enqueue(sent);
        var answer = _script.TryDequeue(out var next) ? next : _always ?? throw new InvalidOperationException($"The script has no answer to {request.Method} {request.RequestUri}.");
        var response = answer(sent);
        response.RequestMessage = request;
        return response;
    }
}
