using System.Text.Json;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A request whose caller and version are known.</summary>
internal sealed class SalesforceCall(Org org, EmulatorRequest request, int userRow, string version)
{
    public EmulatorRequest Request { get; } = request;

    public int UserRow { get; } = userRow;

    /// <summary>Such as <c>v64.0</c>.</summary>
    public string Version { get; } = version;

    public WriteContext Writing => new(UserRow, AllowsDuplicates());

    /// <summary>The object of the path, or the vendor's 404.</summary>
    public RecordTable Table(string name = "object") => org.FindTable(Request.Route(name)) ?? throw new RefusalException(SalesforceErrors.NotFound());

    public JsonElement Body()
    {
        if (Request.MediaType != "application/json")
        {
            throw SalesforceErrors.Refuse(415, "UNSUPPORTED_MEDIA_TYPE", $"Content type {Request.MediaType} not supported.");
        }

        try
        {
            using var document = JsonDocument.Parse(Request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw SalesforceErrors.NotJson("The HTTP entity body must be a JSON object");
        }
        catch (JsonException failure)
        {
            throw SalesforceErrors.NotJson($"Unexpected character at [line:{failure.LineNumber + 1}, column:{failure.BytePositionInLine + 1}]");
        }
    }

    private bool AllowsDuplicates() => (Request.Header("Sforce-Duplicate-Rule-Header") ?? "").Split([';', ','], StringSplitOptions.TrimEntries)
        .Any(part => part.Replace(" ", "", StringComparison.Ordinal).Equals("allowSave=true", StringComparison.OrdinalIgnoreCase));
}
