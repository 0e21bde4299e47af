using System.Net;
using System.Text.Json;

namespace Support.Sdk.ServiceDesk;

/// <summary>Tells refusals of the Service Desk's rules, which are values, from every other error, which is an exception.</summary>
internal static class RefusalReader
{
    /// <summary>Codes of this area find fault with the request itself, not with what it asks for: a defect of the caller or of its set-up, not an answer to show.</summary>
    private const string RequestArea = "service-desk.";

    /// <returns>The refusal, or <see langword="null"/> when the error is none.</returns>
    public static ServiceDeskRefusal? Read(SupportRequestException exception)
    {
        var isRuled = exception.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict
            or HttpStatusCode.PreconditionFailed or HttpStatusCode.UnprocessableEntity;
        if (!isRuled || !IsRefusalCode(exception.VendorCode) || Parse(exception.ResponseBody) is not { } problem)
        {
            return null;
        }

        return new()
        {
            Code = problem.Code,
            Text = problem.Detail ?? problem.Title,
            Values = problem.Values,
            Remedies = problem.Remedies,
            NotBefore = problem.NotBefore,
        };
    }

    private static bool IsRefusalCode(string? code) =>
        code is not null && code.Contains('.') && !code.StartsWith(RequestArea, StringComparison.Ordinal);

    private static ServiceDeskProblem? Parse(string? body)
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize(body, ServiceDeskJsonContext.Default.ServiceDeskProblem);
        }
        catch (JsonException)
        {
            // Not hidden: what is no refusal stays the exception that it was.
            return null;
        }
    }
}
