using Microsoft.Extensions.Logging;
using Polly;

namespace Support.Sdk.Http;

/// <summary>What the handlers of one vendor account share; lives as long as the service provider.</summary>
internal sealed class VendorRuntime(
    VendorProfile profile,
    string account,
    Uri baseAddress,
    SupportHttpOptions options,
    IAccessTokenSource tokens,
    TimeProvider clock,
    IRandomSource random,
    SupportHttpTelemetry telemetry,
    ILogger logger) : IDisposable
{
    private ResiliencePipeline<HttpResponseMessage>? _pipeline;

    public VendorProfile Profile => profile;

    public string Vendor => profile.Vendor;

    public string Account => account;

    public Uri BaseAddress => baseAddress;

    public SupportHttpOptions Options => options;

    public IAccessTokenSource Tokens => tokens;

    public TimeProvider Clock => clock;

    public IRandomSource Random => random;

    public SupportHttpTelemetry Telemetry => telemetry;

    public ILogger Logger => logger;

    public RateGate Gate { get; } = new(options.MaxConcurrency, clock);

    public ResiliencePipeline<HttpResponseMessage> Pipeline =>
        LazyInitializer.EnsureInitialized(ref _pipeline, () => ResiliencePipelineFactory.Create(this));

    public FailedCall Describe(HttpRequestMessage request, CallContext call) => new(
        Vendor, account, call.DeclaredOperation.Name, call.OperationId, request.Method.Method, call.DeclaredOperation.PathOf(request.RequestUri), call.Attempts);

    public TimeSpan Remaining(CallContext call) => options.TotalTimeout - clock.GetElapsedTime(call.StartedAt);

    public void Dispose() => Gate.Dispose();
}
