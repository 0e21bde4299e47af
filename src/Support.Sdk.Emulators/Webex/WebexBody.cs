using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>A JSON body read with the vendor's strictness: a wrong type is a 400, an unknown property is ignored.</summary>
internal sealed class WebexBody
{
    private readonly EmulatorRequest _request;

    public WebexBody(EmulatorRequest request, bool allowPatchType = false)
    {
        _request = request;
        if (request.MediaType != "application/json" && !(allowPatchType && request.MediaType == "application/json-patch+json"))
        {
            throw WebexErrors.Of(request, 415);
        }

        Json = request.TryReadObject() ?? throw WebexErrors.BadRequest(request, "The request body is not a JSON object.");
    }

    private WebexBody(EmulatorRequest request, JsonObject json) => (_request, Json) = (request, json);

    public JsonObject Json { get; }

    /// <summary>An element of an array of this body, read in the same way.</summary>
    public WebexBody Element(JsonNode? node) => node is JsonObject json ? new WebexBody(_request, json) : throw Wrong("items", "objects");

    public bool Has(string name) => Json.ContainsKey(name);

    public bool IsNull(string name) => Json.TryGetPropertyValue(name, out var value) && value is null;

    public string? Text(string name, int maximum = int.MaxValue)
    {
        var text = Value(name, JsonValueKind.String, "a string")?.GetValue<string>();
        return text is not null && text.Length > maximum ? throw WebexErrors.BadRequest(_request, $"{name} can be a maximum of {maximum} characters long.") : text;
    }

    public string RequiredText(string name, int maximum = int.MaxValue) => Text(name, maximum) is { } text && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw WebexErrors.BadRequest(_request, $"{name} is required.");

    public bool? Flag(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw Wrong(name, "a boolean"),
    };

    public bool RequiredFlag(string name) => Flag(name) ?? throw WebexErrors.BadRequest(_request, $"{name} is required.");

    public int? Number(string name) => Value(name, JsonValueKind.Number, "a number") is { } value
        ? value.TryGetValue<int>(out var number) ? number : throw Wrong(name, "a whole number")
        : null;

    public JsonArray? Array(string name) => Json[name] switch
    {
        null => null,
        JsonArray array => array,
        _ => throw Wrong(name, "an array"),
    };

    public JsonObject? Object(string name) => Json[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Wrong(name, "an object"),
    };

    private JsonValue? Value(string name, JsonValueKind kind, string what) => Json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == kind => value,
        _ => throw Wrong(name, what),
    };

    private RefusalException Wrong(string name, string what) => WebexErrors.BadRequest(_request, $"{name} must be {what}.");
}
