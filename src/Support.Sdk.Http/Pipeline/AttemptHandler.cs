using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.Http;

/// <summary>Innermost of the package's handlers: counts, logs and traces what goes out and comes back; neither query, header nor body.</summary>
internal sealed class AttemptHandler(VendorRuntime runtime) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallContext.Of(request);
        var attempt = ++call.Attempts;
        var mayHaveBeenReceived = call.MayHaveBeenReceived;
        call.MayHaveBeenReceived = true;
        var started = runtime.Clock.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode && RetryDecision.IsTurnedAway(response.StatusCode, response.Headers.Contains("Retry-After")))
            {
                call.MayHaveBeenReceived = mayHaveBeenReceived;
            }

            if (runtime.Logger.IsEnabled(LogLevel.Debug))
            {
                HttpLog.Answered(
                    runtime.Logger, runtime.Vendor, runtime.Account, call.DeclaredOperation.Name, call.OperationId, request.Method.Method,
                    call.DeclaredOperation.PathOf(request.RequestUri), (int)response.StatusCode, runtime.Clock.GetElapsedTime(started).TotalMilliseconds, attempt);
            }

            call.Activity?.AddEvent(new ActivityEvent("attempt", tags: new() { { "attempt", attempt }, { "http.response.status_code", (int)response.StatusCode } }));
            return response;
        }
        catch (Exception exception)
        {
            if (RetryDecision.IsNotConnected(exception))
            {
                call.MayHaveBeenReceived = mayHaveBeenReceived;
            }

            HttpLog.NotAnswered(
                runtime.Logger, runtime.Vendor, runtime.Account, call.DeclaredOperation.Name, call.OperationId, request.Method.Method,
                call.DeclaredOperation.PathOf(request.RequestUri), runtime.Clock.GetElapsedTime(started).TotalMilliseconds, exception.GetType().Name, attempt);
            call.Activity?.AddEvent(new ActivityEvent("attempt", tags: new() { { "attempt", attempt }, { "error.type", exception.GetType().Name } }));
            throw;
        }
    }
}
