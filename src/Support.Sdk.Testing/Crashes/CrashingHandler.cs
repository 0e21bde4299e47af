namespace Support.Sdk.Testing;

/// <summary>A connection whose process may die before a request is sent, and after it was answered: the vendor has acted then, and nobody here knows.</summary>
/// <remarks>Thread-safe. To be put outermost around the primary handler of an HTTP client, so that each attempt counts.</remarks>
public sealed class CrashingHandler : DelegatingHandler
{
    private readonly CrashPlan _plan;

    /// <summary>Creates a handler.</summary>
    /// <param name="plan">When the process dies.</param>
    public CrashingHandler(CrashPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = $"{request.Method} {request.RequestUri?.AbsolutePath}";
        _plan.Step($"before {name}");
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            _plan.Step($"after {name}");
            return response;
        }
        catch (CrashException)
        {
            response.Dispose();
            throw;
        }
    }
}
