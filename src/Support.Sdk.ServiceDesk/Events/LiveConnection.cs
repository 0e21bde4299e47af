using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Support.Sdk.ServiceDesk;

/// <summary>One connection to a stream of live events.</summary>
internal sealed class LiveConnection : IAsyncDisposable
{
    private const string MediaType = "text/event-stream";

    private readonly HttpResponseMessage? _response;
    private readonly SseParser<ServiceDeskChange?>? _parser;
    private readonly IAsyncEnumerator<SseItem<ServiceDeskChange?>>? _events;
    private readonly FailedCall _call;

    private LiveConnection(HttpResponseMessage response, FailedCall call, Stream? stream, CancellationToken cancellationToken)
    {
        _response = response;
        _call = call;
        if (stream is null)
        {
            IsOver = true;
            return;
        }

        _parser = SseParser.Create(stream, static (name, data) => IsKnown(name) ? JsonSerializer.Deserialize(data, ServiceDeskJsonContext.Default.ServiceDeskChange) : null);
        _events = _parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Whether the server said that nothing will ever come (204), so that nobody connects again.</summary>
    public bool IsOver { get; }

    /// <summary>Why it ended.</summary>
    public string End { get; private set; } = "the stream ended";

    /// <summary>The wait before the next connection, as the server advises it; <see langword="null"/> when it does not.</summary>
    public TimeSpan? Retry => _parser is { ReconnectionInterval: var advised } && advised >= TimeSpan.Zero ? advised : null;

    /// <returns>The connection, or why there is none for now.</returns>
    /// <exception cref="SupportHttpException">There will be none.</exception>
    public static async Task<Attempt> OpenAsync(
        ServiceDeskConnection to, VendorOperation operation, VendorPath path, long? after, TimeSpan silence, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var request = to.Message(operation, HttpMethod.Get, path).SetStreaming();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        if (after is { } position)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", position.ToString(CultureInfo.InvariantCulture));
        }

        HttpResponseMessage? response = null;
        try
        {
            response = await to.Transport.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
            await to.Transport.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            var call = to.Describe(operation, request);
            var stream = await StreamAsync(response, call, cancellationToken).ConfigureAwait(false);
            var connection = new LiveConnection(response, call, stream is null ? null : new WatchedStream(stream, silence, clock), cancellationToken);
            response = null;
            return new(connection, "", null);
        }
        catch (SupportHttpException exception) when (exception.IsTransient)
        {
            return new(null, exception.Message, exception.RetryAfter);
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <returns>The next message, or <see langword="null"/> when the connection is at its end.</returns>
    /// <exception cref="SupportContentException">The server sent what is no message.</exception>
    public async ValueTask<ServiceDeskChange?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_events is not null && await _events.MoveNextAsync().ConfigureAwait(false))
            {
                // A message of a name that is not known comes from a newer server and is about something that this client does not show.
                if (_events.Current.Data is { } message)
                {
                    return message;
                }
            }
        }
        catch (JsonException exception)
        {
            throw new SupportContentException(_call, HttpStatusCode.OK, $"one of its events is not the JSON of {nameof(ServiceDeskChange)} (at {exception.Path})", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            End = exception is SilentConnectionException ? exception.Message : $"the connection broke ({exception.GetType().Name})";
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        // Before the parser's own clean-up: it has nothing to wait for on a connection that is gone.
        _response?.Dispose();
        if (_events is not null)
        {
            await _events.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool IsKnown(string name) => name is "ready" or "session" or "channel" or "reset";

    private static async Task<Stream?> StreamAsync(HttpResponseMessage response, FailedCall call, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        return response.Content.Headers.ContentType?.MediaType == MediaType
            ? await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
            : throw new SupportContentException(call, response.StatusCode, $"its body is no {MediaType}; something before the Service Desk may have answered");
    }

    /// <summary>What came of trying to connect: a connection, or why there is none for now and how long the server asks to wait.</summary>
    public readonly record struct Attempt(LiveConnection? Connection, string Failure, TimeSpan? RetryAfter);
}
