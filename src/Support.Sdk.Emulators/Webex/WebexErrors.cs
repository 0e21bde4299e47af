using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The vendor's error bodies. Texts known from its samples are quoted; the others are assumed and not to be parsed.</summary>
internal static class WebexErrors
{
    public const string InvalidInput = "The input parameters contain invalid items.";

    private const string Forbidden =
        "The server understood the request, but refused to fulfill it because the access token is missing required scopes or the user is missing required roles or licenses.";

    private const string Unauthorized = "The request requires a valid access token set in the Authorization request header.";

    public static EmulatorResponse Response(EmulatorRequest request, int status, string message, params IReadOnlyList<string> descriptions)
    {
        var body = new JsonObject { ["message"] = message };
        if (descriptions.Count > 0)
        {
            body["errors"] = new JsonArray([.. descriptions.Select(text => new JsonObject { ["description"] = text })]);
        }

        body["trackingId"] = request.TrackingId;
        return EmulatorResponse.Json(status, body);
    }

    public static EmulatorResponse Response(EmulatorRequest request, int status)
    {
        var message = status switch
        {
            400 => InvalidInput,
            401 => Unauthorized,
            403 => Forbidden,
            404 => "The requested resource could not be found.",
            405 => "The request was made to a resource using an HTTP request method that is not supported.",
            409 => "The request could not be processed because it conflicts with some established rule of the system.",
            415 => "The request was made to a resource without specifying a media type or used a media type that is not supported.",
            429 => "Too many requests have been sent in a given amount of time and the request has been rate limited.",
            500 => "Something went wrong on the server.",
            502 => "The server received an invalid response from an upstream server while processing the request.",
            503 => "Server is overloaded with requests. Try again later.",
            504 => "An upstream server failed to respond on time.",
            _ => "The request could not be processed.",
        };
        return Response(request, status, message, message);
    }

    public static RefusalException BadRequest(EmulatorRequest request, string description) => new(Response(request, 400, InvalidInput, description));

    public static RefusalException NotPermitted(EmulatorRequest request, string description) => new(Response(request, 403, Forbidden, description));

    public static RefusalException NotFound(EmulatorRequest request, string description = "The requested resource could not be found.") =>
        new(Response(request, 404, "The requested resource could not be found.", description));

    public static RefusalException Of(EmulatorRequest request, int status) => new(Response(request, status));
}
