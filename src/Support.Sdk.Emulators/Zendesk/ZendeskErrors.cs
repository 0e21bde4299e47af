using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The vendor's refusals, in the shapes of fact sheet section 4. Wordings that the sheet does not quote are assumptions; statuses and shapes are not.</summary>
internal static class ZendeskErrors
{
    public const string ClosedPreventsUpdate = "closed prevents ticket update";

    public static EmulatorResponse Unauthenticated() => ZendeskJson.Answer(401, new JsonObject { ["error"] = "Couldn't authenticate you" });

    public static EmulatorResponse Forbidden() => Titled(403, "Forbidden", "You do not have access to this page. Please contact the account owner of this help desk for further help.");

    public static EmulatorResponse MissingScope() => Described(403, "Forbidden", "The access token does not have a scope that permits this request.");

    public static EmulatorResponse InvalidEndpoint() => Described(404, "InvalidEndpoint", "Not found");

    public static EmulatorResponse RecordNotFound() => Described(404, "RecordNotFound", "Not found");

    public static EmulatorResponse UpdateConflict() => Described(409, "UpdateConflict", "Safe Update prevented the update due to outdated ticket data.");

    public static EmulatorResponse IdempotencyMismatch() => Described(400, "IdempotentRequestError", "Request parameters don't match the given idempotency key");

    public static EmulatorResponse IdempotencyKeyTooLong() => Described(400, "IdempotentRequestError", "The idempotency key must not be longer than 255 characters");

    public static EmulatorResponse BodyTooLarge() => Described(413, "RequestEntityTooLarge", "The request body is too large");

    public static EmulatorResponse UnsupportedMediaType() => Described(415, "UnsupportedMediaType", "Unsupported media type");

    public static EmulatorResponse NotJson() => ZendeskJson.Answer(422, new JsonObject { ["error"] = "Unprocessable Entity", ["message"] = "Server could not parse JSON" });

    /// <summary>A property of the wrong JSON type.</summary>
    public static EmulatorResponse InvalidAttribute(string name, string remedy) =>
        Titled(400, "Invalid attribute", $"You passed an invalid value for the {name} attribute. {remedy}");

    public static EmulatorResponse InvalidParameter(string code, string parameter, string detail) => ZendeskJson.Answer(400, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["code"] = code,
            ["title"] = "Invalid parameter",
            ["detail"] = detail,
            ["status"] = "400",
            ["source"] = new JsonObject { ["parameter"] = parameter },
        }),
    });

    public static EmulatorResponse SearchRefused(int status, string description) => Described(status, "invalid", description);

    public static EmulatorResponse RecordInvalid(string field, string description, string? error = null) =>
        RecordInvalid(new JsonObject { [field] = new JsonArray(Detail(description, error)) });

    public static EmulatorResponse RecordInvalid(JsonObject details) => ZendeskJson.Answer(422, new JsonObject
    {
        ["error"] = "RecordInvalid",
        ["description"] = "Record validation errors",
        ["details"] = details,
    });

    public static JsonObject Detail(string description, string? error)
    {
        var detail = new JsonObject { ["description"] = description };
        if (error is not null)
        {
            detail["error"] = error;
        }

        return detail;
    }

    public static EmulatorResponse TooManyRequests(TimeSpan retryAfter) =>
        Described(429, "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded")
            .With("Retry-After", Math.Max(1, (long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    public static EmulatorResponse TooManyJobs(IEnumerable<string> current) => ZendeskJson.Answer(429, new JsonObject
    {
        ["error"] = "TooManyJobs",
        ["description"] = "The maximum number of concurrent jobs is reached",
        ["current_job_ids"] = ZendeskJson.Array(current),
    });

    /// <summary>What the vendor says with a status that a fault script asked for without a body.</summary>
    public static EmulatorResponse For(int status) => status switch
    {
        401 => Unauthenticated(),
        403 => Forbidden(),
        404 or 405 => InvalidEndpoint(),
        409 => UpdateConflict(),
        413 => BodyTooLarge(),
        415 => UnsupportedMediaType(),
        422 => RecordInvalid("base", "Record is invalid"),
        429 => TooManyRequests(TimeSpan.FromMinutes(1)),
        503 => Described(503, "unavailable", "Sorry, we could not complete your search query. Please try again in a moment."),
        >= 500 => EmulatorResponse.Text(status, "<html><body><h1>Internal Server Error</h1></body></html>", "text/html; charset=utf-8"), // A gateway's page.
        _ => Described(status, "BadRequest", "The request was refused"),
    };

    private static EmulatorResponse Described(int status, string error, string description) =>
        ZendeskJson.Answer(status, new JsonObject { ["error"] = error, ["description"] = description });

    private static EmulatorResponse Titled(int status, string title, string message) =>
        ZendeskJson.Answer(status, new JsonObject { ["error"] = new JsonObject { ["title"] = title, ["message"] = message } });
}
