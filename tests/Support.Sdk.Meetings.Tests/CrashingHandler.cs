namespace Support.Sdk.Meetings.Tests;

/// <summary>A connection whose process may die before a request is sent, and after it was answered.</summary>
internal sealed class CrashingHandler(CrashPlan crash) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        crash.Step($"before {name}");
        var response = await base.SendAsync(request, cancellationToken);
        crash.Step($"after {name}");
        return response;
    }
}
