using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex;

/// <summary>Reads a list of links, or one link where the reference has an object (fact sheet, section 9).</summary>
internal sealed class OneOrManyLinksConverter : JsonConverter<IReadOnlyList<MeetingLink>?>
{
    public override IReadOnlyList<MeetingLink>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return JsonSerializer.Deserialize(ref reader, WebexJson.Default.ListMeetingLink);
        }

        return JsonSerializer.Deserialize(ref reader, WebexJson.Default.MeetingLink) is { } link ? [link] : null;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<MeetingLink>? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value ?? []], WebexJson.Default.ListMeetingLink);
}
