using System.Net;
using Polly;

namespace Support.Sdk.Http;

/// <summary>Second: runs the attempts of a call in the resilience pipeline, and feeds the limiter with what each answer says.</summary>
internal sealed class ResilienceHandler(VendorRuntime runtime) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallContext.Of(request);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(ResiliencePipelineFactory.Call, call);
        try
        {
            var outcome = await runtime.Pipeline.ExecuteOutcomeAsync(
                static (context, state) => state.Handler.AttemptAsync(state.Request, state.Call, context.CancellationToken),
                context,
                (Handler: this, Request: request, Call: call)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Polly.Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, CallContext call, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Observe(response, call);
            if (!response.IsSuccessStatusCode)
            {
                response.Content = await CappedBody.KeepAsync(response.Content, cancellationToken).ConfigureAwait(false);
            }
            else if (!call.IsStreaming)
            {
                await response.Content.LoadIntoBufferAsync(runtime.Options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            }

            return Polly.Outcome.FromResult(response);
        }
        catch (Exception exception)
        {
            // Not hidden: the pipeline decides on it, and what it does not repeat is thrown by SendAsync.
            response?.Dispose();
            return Polly.Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    private void Observe(HttpResponseMessage response, CallContext call)
    {
        var exhausted = (Bucket: (string?)null, Found: false);
        if (runtime.Profile.RateLimitReader is { } reader)
        {
            var readings = new List<RateLimitReading>(2);
            reader.Read(response, readings);
            foreach (var reading in readings)
            {
                runtime.Gate.Observe(reading);
                if (reading.Remaining == 0 && !(exhausted.Found && exhausted.Bucket is null))
                {
                    exhausted = (reading.Bucket, true);
                }
            }
        }

        if (response.StatusCode != HttpStatusCode.TooManyRequests)
        {
            return;
        }

        // The answer rarely says which limit was hit. Where it does (a bucket at zero), only that bucket waits.
        var hold = RetryAfterHeader.Read(response, runtime.Options, runtime.Clock)?.Wait ?? runtime.Options.DefaultRetryAfter;
        var bucket = exhausted.Found ? exhausted.Bucket : call.DeclaredOperation.RateLimitBucket;
        runtime.Gate.Hold(bucket, hold);
        HttpLog.HeldBack(runtime.Logger, runtime.Vendor, runtime.Account, bucket ?? "account", hold.TotalMilliseconds);
    }
}
