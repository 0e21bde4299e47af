namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>
/// Anti-forgery. The sign-in is a cookie, which a browser would send along with another site's request; that site can neither set this header without a preflight,
/// which nobody here answers, nor get the cookie sent at all (SameSite=Strict). Support applications show a ticket instead of a cookie and need no header.
/// </summary>
internal static class OwnRequestsOnly
{
    public const string Header = "X-Service-Desk-Console";

    /// <summary>To be placed behind authentication.</summary>
    public static IApplicationBuilder UseOwnRequestsOnly(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (IsStateChanging(context.Request) && context.User.Identity is { IsAuthenticated: true } && !IsOwn(context.Request))
        {
            await Results.Problem($"The header {Header} is missing.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    public static bool IsOwn(HttpRequest request) => request.Headers[Header] == "1";

    private static bool IsStateChanging(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
}
