using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints to which vendors send their webhooks.</summary>
public static class SupportWebhookEndpointRouteBuilderExtensions
{
    /// <summary>The greatest body that is read, in bytes (1 MiB); a larger one is answered with 413.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>
    /// Maps one endpoint for the webhooks of all vendors and accounts: <c>POST {prefix}/{vendor}</c> for the default account, <c>POST {prefix}/{vendor}/{account}</c>
    /// for a named one.
    /// </summary>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="prefix">The path below which the endpoints stand; <c>/webhooks</c> by default.</param>
    /// <returns>Conventions of the endpoints, such as rate limits.</returns>
    /// <remarks>
    /// Anonymous by design: a webhook is shown to be genuine by its signature alone, and without a configured secret none is. Answers 200 to a genuine webhook, whether or
    /// not it concerned the SDK; 401 to one that is not genuine, 400 to one that is no message, 404 to an unknown vendor. A fault while it is applied is
    /// answered with 500, so that the vendor delivers it again.
    /// </remarks>
    public static IEndpointConventionBuilder MapSupportWebhooks(this IEndpointRouteBuilder endpoints, string prefix = "/webhooks")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        return endpoints.MapPost($"{prefix.TrimEnd('/')}/{{vendor}}/{{account?}}", (RequestDelegate)ReceiveAsync).AllowAnonymous();
    }

    private static async Task ReceiveAsync(HttpContext context)
    {
        var vendor = (string?)context.Request.RouteValues["vendor"] ?? "";
        var account = (string?)context.Request.RouteValues["account"] ?? "";
        if (context.RequestServices.GetKeyedService<IWebhookReceiver>(vendor) is not { } receiver)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await ReadBodyAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Headers)
        {
            headers[name] = values.Count > 0 ? values[0] ?? "" : "";
        }

        var result = await receiver.ReceiveAsync(account, new WebhookRequest(headers, body), context.RequestAborted).ConfigureAwait(false);
        if (result.Disposition is WebhookDisposition.Unverified or WebhookDisposition.Malformed)
        {
            var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Support.Sdk.AspNetCore.Webhooks");
            WebhookLog.Refused(logger, vendor, account, result.Disposition, result.Reason);
        }

        context.Response.StatusCode = result.Disposition switch
        {
            WebhookDisposition.Unverified => StatusCodes.Status401Unauthorized,
            WebhookDisposition.Malformed => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > MaxBodyBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
