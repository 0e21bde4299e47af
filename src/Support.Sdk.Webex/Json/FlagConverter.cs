using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex;

/// <summary>Yes or no, as a boolean or as the text of one (fact sheet, section 4: <c>invitePending</c>, <c>loginEnabled</c>); anything else says nothing.</summary>
internal sealed class FlagConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        bool.TryParse(WireText.Read(ref reader), out var flag) ? flag : null;

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
