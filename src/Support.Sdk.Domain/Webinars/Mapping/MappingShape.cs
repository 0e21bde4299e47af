using System.Text;
using System.Text.Json;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

// The shape of a document: what stands where nothing, or something else, must stand is reported with its place, and left out of what is read.
internal sealed class MappingShape
{
    private static readonly string[] DocumentNames = ["$schema", "version", "object", "primaryKey", "insertMode", "campaign", "fields"];
    private static readonly string[] PairNames = ["field", "source", "convert", "policy"];
    private static readonly string[] StepNames = ["kind", "to", "part", "callingCode", "trunkPrefix", "timeZone", "value", "when", "table", "otherwise"];

    private readonly List<MappingProblem> _problems = [];
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);

    // What is wrong, in the order of the document.
    public IReadOnlyList<MappingProblem> Problems => _problems;

    // The problem for which a document is no JSON at all; null when it is.
    public static MappingProblem? TryParse(ReadOnlySpan<byte> utf8Json, out JsonElement root)
    {
        root = default;
        try
        {
            var reader = new Utf8JsonReader(utf8Json);
            root = JsonElement.ParseValue(ref reader);
            _ = reader.Read();
            return null;
        }
        catch (JsonException exception)
        {
            var (line, bytes) = (exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            return new("", MappingRefusals.NotReadable.Refuse(line + 1, ColumnOf(utf8Json, line, bytes)));
        }
    }

    // Whether a value was told to be wrong already, by itself or with what it stands in: nothing more is to be said of it.
    public bool IsTold(string place)
    {
        for (var end = place.Length; end >= 0; end = end == 0 ? -1 : place.LastIndexOf('/', end - 1))
        {
            if (_places.Contains(place[..end]))
            {
                return true;
            }
        }

        return false;
    }

    public MappingDocument? Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var document = new MappingDocument();
        foreach (var (name, value, place) in Properties(root, "mapping", "", DocumentNames))
        {
            switch (name)
            {
                case "$schema": document.Schema = Text(value, name, place); break;
                case "version": document.Version = Number(value, name, place); break;
                case "object": document.Object = Text(value, name, place); break;
                case "primaryKey": document.PrimaryKey = Text(value, name, place); break;
                case "insertMode": document.InsertMode = Text(value, name, place); break;
                case "campaign": document.Campaign = Text(value, name, place); break;
                default: document.Fields = List(value, name, place, Pair); break;
            }
        }

        return document;
    }

    private MappingDocument.Pair Pair(JsonElement element, string title, string at)
    {
        var pair = new MappingDocument.Pair();
        foreach (var (name, value, place) in Properties(element, title, at, PairNames))
        {
            switch (name)
            {
                case "field": pair.Field = Text(value, name, place); break;
                case "source": pair.Source = Text(value, name, place); break;
                case "policy": pair.Policy = Text(value, name, place); break;
                default: pair.Convert = List(value, name, place, Step); break;
            }
        }

        return pair;
    }

    private MappingDocument.Step Step(JsonElement element, string title, string at)
    {
        var step = new MappingDocument.Step();
        foreach (var (name, value, place) in Properties(element, title, at, StepNames))
        {
            switch (name)
            {
                case "kind": step.Kind = Text(value, name, place); break;
                case "to": step.To = Text(value, name, place); break;
                case "part": step.Part = Text(value, name, place); break;
                case "callingCode": step.CallingCode = Text(value, name, place); break;
                case "trunkPrefix": step.TrunkPrefix = Text(value, name, place); break;
                case "timeZone": step.TimeZone = Text(value, name, place); break;
                case "value": step.Value = Text(value, name, place); break;
                case "when": step.When = Text(value, name, place); break;
                case "otherwise": step.Otherwise = Text(value, name, place); break;
                default: step.Table = Table(value, place); break;
            }
        }

        return step;
    }

    private OrderedDictionary<string, string?>? Table(JsonElement element, string at)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var table = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value, place) in Properties(element, "table", at, known: null))
        {
            table.Add(name, Text(value, name, place));
        }

        return table;
    }

    // The properties of an object, without those that are unknown or repeat an earlier one.
    private IEnumerable<(string Name, JsonElement Value, string Place)> Properties(JsonElement element, string title, string at, string[]? known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(at, MappingRefusals.NotAnObject.Refuse(title));
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = Decode(() => property.Name) ?? "\uFFFD";
            var place = $"{at}/{JsonPointer.Escape(name)}";
            if (!seen.Add(name))
            {
                Report(place, MappingRefusals.PropertyTwice.Refuse(name));
            }
            else if (known is null || known.Contains(name, StringComparer.Ordinal))
            {
                yield return (name, property.Value, place);
            }
            else if (NearName.Find(name, known) is { } nearest)
            {
                Report(place, MappingRefusals.PropertyMisspelt.Refuse(name, nearest));

                // It is not missing as well.
                _ = _places.Add($"{at}/{nearest}");
            }
            else
            {
                Report(place, MappingRefusals.PropertyUnknown.Refuse(name, string.Join(", ", known)));
            }
        }
    }

    private List<T?>? List<T>(JsonElement element, string name, string place, Func<JsonElement, string, string, T> read)
        where T : class
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Report(place, MappingRefusals.NotAList.Refuse(name));
            return null;
        }

        return [.. element.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Null ? null : read(item, FormattableString.Invariant($"{name}[{index}]"), FormattableString.Invariant($"{place}/{index}")))];
    }

    private string? Text(JsonElement element, string name, string place)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && Decode(element.GetString) is { } text)
        {
            return text;
        }

        Report(place, MappingRefusals.NotAText.Refuse(name));
        return "";
    }

    private int? Number(JsonElement element, string name, string place)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
        {
            return number;
        }

        if (element.ValueKind != JsonValueKind.Null)
        {
            Report(place, MappingRefusals.NotANumber.Refuse(name));
        }

        return null;
    }

    private void Report(string place, Refusal refusal)
    {
        _ = _places.Add(place);
        _problems.Add(new(place, refusal));
    }

    // Null for what is no text of Unicode, such as half of a surrogate pair.
    private static string? Decode(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // In characters, as an editor counts them; the reader counts bytes.
    private static long ColumnOf(ReadOnlySpan<byte> utf8Json, long line, long bytes)
    {
        for (; line > 0 && utf8Json.IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            utf8Json = utf8Json[(end + 1)..];
        }

        return Encoding.UTF8.GetCharCount(utf8Json[..(int)long.Min(bytes, utf8Json.Length)]) + 1;
    }
}
