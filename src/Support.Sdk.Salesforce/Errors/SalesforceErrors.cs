using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>Reads Salesforce's own errors out of what the pipeline throws.</summary>
public static class SalesforceErrors
{
    /// <summary>The errors of a refused request, with what a duplicate rule found.</summary>
    /// <param name="exception">What a client of this package threw.</param>
    /// <returns>One per error; empty when the body was none of the API's, or longer than 64 KiB.</returns>
    public static IReadOnlyList<SalesforceError> GetSalesforceErrors(this SupportRequestException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Parse(exception.ResponseBody);
    }

    /// <summary>Whether the request was refused with this code.</summary>
    /// <param name="exception">What a client of this package threw.</param>
    /// <param name="code">The code.</param>
    public static bool Is(this SupportRequestException exception, SalesforceErrorCode code)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.VendorCode == code.Value || exception.Errors.Any(error => error.Code == code.Value);
    }

    internal static IReadOnlyList<SalesforceError> Parse(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // A maintenance page, or a body cut at the cap: the exception that carries it says status and text.
            return [];
        }
    }

    /// <summary>A list of errors, or one; whatever else is skipped.</summary>
    internal static IReadOnlyList<SalesforceError> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().Select(SalesforceError.TryRead).OfType<SalesforceError>()],
        JsonValueKind.Object when SalesforceError.TryRead(element) is { } single => [single],
        _ => [],
    };
}
