using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Why a record was refused: the vendor's code, its sentence, and the fields it names. Immutable.</summary>
/// <param name="Code">Such as <c>STRING_TOO_LONG</c>.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Fields">The fields; <see langword="null"/> where the vendor leaves the member out.</param>
internal sealed record RecordError(string Code, string Message, IReadOnlyList<string>? Fields)
{
    /// <summary>What a duplicate rule found, and the name under which this API version tells it.</summary>
    public (string Name, JsonObject Body)? Duplicates { get; init; }

    /// <summary>The form of single-record requests: <c>errorCode</c>.</summary>
    public JsonObject ToRest()
    {
        var json = new JsonObject();
        if (Duplicates is { } found)
        {
            json[found.Name] = found.Body.DeepClone();
        }

        json["message"] = Message;
        json["errorCode"] = Code;
        if (Fields is not null)
        {
            json["fields"] = Names();
        }

        return json;
    }

    /// <summary>The form of results in lists: <c>statusCode</c>.</summary>
    public JsonObject ToResult() => new() { ["statusCode"] = Code, ["message"] = Message, ["fields"] = Names() };

    /// <summary>The form of <c>sf__Error</c>.</summary>
    public string ToBulk() => $"{Code}:{Message}:{string.Join(", ", Fields ?? [])} --";

    private JsonArray Names() => new([.. (Fields ?? []).Select(name => (JsonNode)JsonValue.Create(name))]);
}

/// <summary>Refuses one record; in a list the others go on.</summary>
internal sealed class RecordException(RecordError error) : Exception(error.Code)
{
    public RecordException(string code, string message, params IReadOnlyList<string> fields)
        : this(new RecordError(code, message, fields))
    {
    }

    public RecordError Error { get; } = error;
}
