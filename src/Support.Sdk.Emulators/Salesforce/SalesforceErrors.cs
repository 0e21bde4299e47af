using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>The vendor's refusals of whole requests (fact sheet section 3).</summary>
internal static class SalesforceErrors
{
    public static EmulatorResponse Rest(int status, string code, string message) =>
        EmulatorResponse.Json(status, new JsonArray(new JsonObject { ["message"] = message, ["errorCode"] = code }));

    public static EmulatorResponse Record(RecordError error) => EmulatorResponse.Json(
        error.Code switch
        {
            "NOT_FOUND" or "ENTITY_IS_DELETED" => 404,
            "INSUFFICIENT_ACCESS_OR_READONLY" => 403,
            _ => 400,
        },
        new JsonArray(error.ToRest()));

    public static RefusalException Refuse(int status, string code, string message) => new(Rest(status, code, message));

    public static EmulatorResponse NotFound() => Rest(404, "NOT_FOUND", "The requested resource does not exist");

    public static RefusalException Malformed(string message) => Refuse(400, "MALFORMED_QUERY", message);

    public static RefusalException NotJson(string message) => Refuse(400, "JSON_PARSER_ERROR", message);

    public static EmulatorResponse For(int status) => status switch
    {
        401 => Rest(401, "INVALID_SESSION_ID", "Session expired or invalid"),
        403 => Rest(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
        404 => NotFound(),
        405 => Rest(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed. Allowed are GET, POST, PATCH, PUT, DELETE"),
        400 => Rest(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records"),
        500 => Rest(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId if you contact support"),
        503 => Rest(503, "SERVER_UNAVAILABLE", "Server Too Busy"),
        _ => EmulatorResponse.Text(status, "<html><head><title>Error</title></head><body>Maintenance</body></html>", "text/html;charset=UTF-8"),
    };
}
