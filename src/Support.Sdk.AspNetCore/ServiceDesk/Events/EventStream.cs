using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Events;

/// <summary>
/// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). Written here, and not with <c>TypedResults.ServerSentEvents</c>, for the heartbeat: a comment
/// now and then, without which whatever stands between server and listener cuts a silent stream off.
/// </summary>
internal sealed class EventStream(Func<CancellationToken, IAsyncEnumerable<SessionChange>> follow) : IResult
{
    public const string ContentType = "text/event-stream";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = Query.Options(httpContext);
        var timeProvider = httpContext.RequestServices.GetRequiredService<TimeProvider>();
        var lifetime = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>();

        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        using var end = new CancellationTokenSource(options.EventStreamLifetime, timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, lifetime.ApplicationStopping, end.Token);
        try
        {
            await WriteAsync(httpContext.Response.BodyWriter, options.Heartbeat, timeProvider, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The listener went, the host stops, or the stream's time is over: in each case the answer is complete as it stands, and the listener resumes after the last event.
        }
    }

    private async Task WriteAsync(PipeWriter output, TimeSpan heartbeat, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(heartbeat, timeProvider);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = follow(listening.Token).GetAsyncEnumerator(listening.Token);
        var next = changes.MoveNextAsync().AsTask();
        try
        {
            var beat = timer.WaitForNextTickAsync(cancellationToken).AsTask();
            while (true)
            {
                if (!next.IsCompleted)
                {
                    // Events that came together go out together.
                    await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                    await Task.WhenAny(next, beat).ConfigureAwait(false);
                }

                if (next.IsCompleted)
                {
                    if (!await next.ConfigureAwait(false))
                    {
                        return;
                    }

                    Write(output, Wire.Of(changes.Current));
                    next = changes.MoveNextAsync().AsTask();
                }
                else
                {
                    await beat.ConfigureAwait(false);
                    output.Write(":\n\n"u8);
                    beat = timer.WaitForNextTickAsync(cancellationToken).AsTask();
                }
            }
        }
        finally
        {
            // An enumerator must be at rest before it is let go.
            await listening.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await changes.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void Write(PipeWriter output, ServiceDeskChange change)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {change.Position}\nevent: {NameOf(change.Type)}\ndata: ");
        Encoding.UTF8.GetBytes(head, output);

        // The JSON of the wire has no line breaks, so it is one line of data.
        using var json = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(json, change, ServiceDeskJsonContext.Default.ServiceDeskChange);
        json.Flush();
        output.Write("\n\n"u8);
    }

    private static string NameOf(ServiceDeskChangeType type) => type switch
    {
        ServiceDeskChangeType.Ready => "ready",
        ServiceDeskChangeType.Session => "session",
        ServiceDeskChangeType.Channel => "channel",
        _ => "reset",
    };
}
