using System.Collections.Concurrent;
using System.Text;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>A primary handler that answers from a script, keeps what it was sent, and throws when the script is over.</summary>
internal sealed class FakeSalesforce : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<SentRequest, HttpResponseMessage>> _script = new();

    private Func<SentRequest, HttpResponseMessage>? _always;

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public SentRequest Last => Sent.Last();

    public FakeSalesforce Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        Then(_ => Response(body, status, headers));

    public FakeSalesforce AnswerSample(string sample, HttpStatusCode status = HttpStatusCode.OK) => Answer(Sample.Text(sample), status);

    public FakeSalesforce AnswerCsv(Stream body, params (string Name, string Value)[] headers) => Then(_ =>
    {
        var response = Response("", HttpStatusCode.OK, headers);
        response.Content = new StreamContent(body);
        return response;
    });

    public FakeSalesforce AnswerCsv(string body, params (string Name, string Value)[] headers) => AnswerCsv(new MemoryStream(Encoding.UTF8.GetBytes(body)), headers);

    public FakeSalesforce Cut() => Then(static _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));

    public FakeSalesforce Then(Func<SentRequest, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Answers what the script does not.</summary>
    public void Always(Func<SentRequest, HttpResponseMessage> answer) => _always = answer;

    internal static HttpResponseMessage Response(string body, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
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
