using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.Emulators.Faults;

namespace Support.Sdk.Emulators.Hosting;

/// <summary>Kestrel on a loopback port, and the way of a request: read, log, fault, handle, fault, answer.</summary>
internal sealed class EmulatorServer(VendorEmulator emulator, int port) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _app;

    public Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Salesforce takes addresses of up to 16,384 bytes (fact sheet 7) and uploads of 112.5 MB; Kestrel's own limits are half of the one and a quarter of the other.
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.MaxRequestBodySize = 160_000_000;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        // The default lifetime listens for Ctrl+C of the whole process; the emulator is only a guest in it.
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        Address = new Uri(_app.Urls.Single() + "/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            await _app.DisposeAsync().ConfigureAwait(false);
        }

        _stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        var request = await ReadAsync(context, cancellation.Token).ConfigureAwait(false);
        var entry = emulator.Requests.Begin(request);
        var fault = emulator.Faults.Take(request.Method, request.Path);
        if (fault is { Wait: var wait } && wait > TimeSpan.Zero)
        {
            try
            {
                await Task.Delay(wait, emulator.TimeProvider, cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The client gave up while it waited: nothing was done, nobody is there to be told.
                emulator.Requests.End(entry, null, fault.Name, null);
                context.Abort();
                return;
            }
        }

        if (fault?.Effect == FaultEffect.CutBeforeCommit)
        {
            emulator.Requests.End(entry, null, fault.Name, null);
            context.Abort();
            return;
        }

        var (response, error) = Respond(request, fault);
        if (fault?.Effect == FaultEffect.CutAfterCommit)
        {
            emulator.Requests.End(entry, null, fault.Name, error);
            context.Abort();
            return;
        }

        emulator.Requests.End(entry, response.Status, fault?.Name, error);
        await WriteAsync(context, response, cancellation.Token).ConfigureAwait(false);
    }

    private (EmulatorResponse Response, string? Error) Respond(EmulatorRequest request, Fault? fault)
    {
        lock (emulator.Gate)
        {
            EmulatorResponse response;
            string? error = null;
            if (fault?.Effect == FaultEffect.Respond)
            {
                response = fault.Answer(request, emulator);
            }
            else
            {
                try
                {
                    response = emulator.Handle(request);
                }
                catch (RefusalException refusal)
                {
                    response = refusal.Response;
                }
#pragma warning disable CA1031 // A defect of the emulator is shown in the log and in the answer instead of ending as a bare 500.
                catch (Exception defect)
#pragma warning restore CA1031
                {
                    error = defect.ToString();
                    response = EmulatorResponse.Text(500, "Defect of the emulator: " + error);
                }

                response = fault?.Spoil(request, response, emulator) ?? response;
            }

            emulator.Complete(request, response);
            return (response, error);
        }
    }

    private async Task<EmulatorRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        // RawTarget: Kestrel's Path is unescaped, and an id with an escaped slash must stay one segment.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new EmulatorRequest
        {
            Method = context.Request.Method,
            Path = query < 0 ? target : target[..query],
            QueryString = query < 0 ? "" : target[query..],
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
            Headers = context.Request.Headers,
            Body = body.ToArray(),
            At = emulator.Now,
        };
    }

    private async Task WriteAsync(HttpContext context, EmulatorResponse response, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = response.Status;
        context.Response.Headers.Date = emulator.Now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.ContentType is { } contentType)
        {
            context.Response.ContentType = contentType;
        }

        if (response.Status is not (204 or 304))
        {
            context.Response.ContentLength = response.Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(response.Body, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
