using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Reads the properties of a <c>ticket</c> object: wrong types are refused at once (400), wrong values are collected (422).</summary>
internal sealed class TicketInput(JsonObject json)
{
    private readonly JsonObject _details = [];

    public bool Has(string name) => json.ContainsKey(name);

    public JsonNode? this[string name] => json[name];

    public void Refuse(string field, string description, string? error = null)
    {
        if (_details[field] is not JsonArray list)
        {
            _details[field] = list = [];
        }

        list.Add((JsonNode)ZendeskErrors.Detail(description, error));
    }

    public void ThrowIfRefused()
    {
        if (_details.Count > 0)
        {
            throw new RefusalException(ZendeskErrors.RecordInvalid(_details));
        }
    }

    public static string? Text(JsonNode? value, string name) => value switch
    {
        null => null,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => (string?)text,
        _ => throw Invalid(name, "must be a string"),
    };

    /// <summary>An id as number or as text of digits: the vendor takes both.</summary>
    public static long? Id(JsonNode? value, string name) => value switch
    {
        null => null,
        JsonValue number when number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<long>(out var id) => id,
        JsonValue text when text.GetValueKind() == JsonValueKind.String
            && long.TryParse((string?)text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => throw Invalid(name, "must be an integer"),
    };

    public static bool? Flag(JsonNode? value, string name) => value?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse((string?)value, out var flag) => flag,
        _ => throw Invalid(name, "must be a boolean"),
    };

    public static JsonArray List(JsonNode? value, string name) => value as JsonArray ?? throw Invalid(name, "must be an array");

    public static JsonObject Object(JsonNode? value, string name) => value as JsonObject ?? throw Invalid(name, "must be an object");

    /// <summary>Tags as the vendor keeps them: lower case, no spaces.</summary>
    public static IEnumerable<string> Tags(JsonNode? value, string name) => value is JsonValue
        ? Text(value, name)!.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Normal)
        : List(value, name).Select(tag => Normal(Text(tag, name) ?? throw Invalid(name, "must be an array of strings")));

    public static RefusalException Invalid(string name, string remedy) => new(ZendeskErrors.InvalidAttribute(name, remedy));

    public void SetText(string name, Action<string?> set)
    {
        if (Has(name))
        {
            set(Text(json[name], name));
        }
    }

    public void SetId(string name, Action<long?> set)
    {
        if (Has(name))
        {
            set(Id(json[name], name));
        }
    }

    public void SetOneOf(string name, string title, string[] allowed, bool nullable, Action<string?> set)
    {
        if (!Has(name))
        {
            return;
        }

        var value = Text(json[name], name);
        if (value is null ? nullable : allowed.Contains(value, StringComparer.Ordinal))
        {
            set(value);
        }
        else
        {
            Refuse(name, $"{title}: {value ?? "null"} is not valid", "InvalidValue");
        }
    }

    private static string Normal(string tag) => tag.Trim().ToLowerInvariant().Replace(' ', '_');
}
