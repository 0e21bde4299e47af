using System.Diagnostics;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Support.Sdk.Http;

/// <summary>Outermost: gives the call its operation, id and idempotency key, measures it, and says in the package's own exceptions why no answer came.</summary>
internal sealed class OperationHandler(VendorRuntime runtime) : DelegatingHandler
{
    private readonly UndeclaredOperations _undeclared = new(runtime.Vendor);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallContext.Of(request);
        Begin(request, call);
        await KeepBodyAsync(request, call, cancellationToken).ConfigureAwait(false);
        var operation = call.DeclaredOperation;
        using var activity = runtime.Telemetry.Source.StartActivity(operation.Name, ActivityKind.Client);
        call.Activity = activity;
        activity?.SetTag("support.vendor", runtime.Vendor).SetTag("support.account", runtime.Account).SetTag("support.operation.id", call.OperationId);
        var outcome = "canceled";
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = response.IsSuccessStatusCode ? "succeeded" : "refused";
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
            return response;
        }
        catch (Exception exception)
        {
            if (cancellationToken.IsCancellationRequested && exception is OperationCanceledException)
            {
                throw;
            }

            outcome = "failed";
            if (Translate(exception, request, call) is { } translated)
            {
                throw translated;
            }

            throw;
        }
        finally
        {
            if (outcome != "succeeded")
            {
                activity?.SetStatus(ActivityStatusCode.Error, outcome);
            }

            runtime.Telemetry.CallEnded(runtime.Vendor, operation.Name, outcome, runtime.Clock.GetElapsedTime(call.StartedAt));
        }
    }

    private void Begin(HttpRequestMessage request, CallContext call)
    {
        call.Operation ??= _undeclared.Of(request.Method);
        call.Random = runtime.Random;
        call.StartedAt = runtime.Clock.GetTimestamp();
        if (runtime.Profile.OperationIdHeader is { } idHeader && !request.Headers.Contains(idHeader))
        {
            request.Headers.TryAddWithoutValidation(idHeader, call.OperationId);
        }

        if (call.Operation.Retry != RetryMeaning.Keyed)
        {
            return;
        }

        if (runtime.Profile.IdempotencyKeyHeader is not { } keyHeader)
        {
            throw new InvalidOperationException(
                $"{call.Operation} is declared as keyed, but the profile of {runtime.Vendor} names no IdempotencyKeyHeader: declare it as ProbeBeforeRetry.");
        }

        call.IdempotencyKey ??= runtime.Random.NextId();
        request.Headers.Remove(keyHeader);
        request.Headers.TryAddWithoutValidation(keyHeader, call.IdempotencyKey);
    }

    /// <summary>A body that streams can be sent once; kept in memory it can be sent again. One that is too large is sent once.</summary>
    private async ValueTask KeepBodyAsync(HttpRequestMessage request, CallContext call, CancellationToken cancellationToken)
    {
        if (request.Content is null or ByteArrayContent or ReadOnlyMemoryContent)
        {
            return;
        }

        if (request.Content.Headers.ContentLength is { } length && length <= runtime.Options.MaxReplayBytes)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            call.CanReplay = false;
        }
    }

    private SupportConnectionException? Translate(Exception exception, HttpRequestMessage request, CallContext call)
    {
        (ConnectionFailure Failure, TimeSpan? RetryAfter)? reason = exception switch
        {
            RateGateClosedException closed => (ConnectionFailure.RateLimited, closed.OpensIn),
            BrokenCircuitException broken => (ConnectionFailure.CircuitOpen, broken.RetryAfter),
            TimeoutRejectedException => (call.TotalTimedOut ? ConnectionFailure.TotalTimedOut : ConnectionFailure.AttemptTimedOut, null),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => (ConnectionFailure.ResponseTooLarge, null),
            _ when RetryDecision.IsNotConnected(exception) => (ConnectionFailure.NotConnected, null),
            HttpRequestException or IOException => (ConnectionFailure.Interrupted, null),
            _ => null,
        };
        return reason is { } known
            ? new(runtime.Describe(request, call), known.Failure, call.MayHaveBeenReceived, known.RetryAfter, exception)
            : null;
    }
}
