using Polly;

namespace Support.Sdk.Http;

/// <summary>Lets a call through when the account's rate limit and concurrency allow it.</summary>
internal sealed class LimiterStrategy(VendorRuntime runtime) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Polly.Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Polly.Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var call = context.Properties.GetValue(ResiliencePipelineFactory.Call, null!);
        var bucket = call.DeclaredOperation.RateLimitBucket;
        var entered = runtime.Clock.GetTimestamp();
        try
        {
            await runtime.Gate.EnterAsync(bucket, runtime.Remaining(call), context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or RateGateClosedException)
        {
            return Polly.Outcome.FromException<HttpResponseMessage>(exception);
        }
        finally
        {
            runtime.Telemetry.Waited(runtime.Vendor, call.DeclaredOperation.Name, runtime.Clock.GetElapsedTime(entered));
        }

        try
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        finally
        {
            runtime.Gate.Leave();
        }
    }
}
