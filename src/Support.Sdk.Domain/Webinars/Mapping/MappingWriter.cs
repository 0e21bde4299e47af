using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Support.Sdk.Webinars;

// Writes a mapping as a document, always in the same bytes.
internal static class MappingWriter
{
    // Not for HTML: French names stay readable. The indentation and the end of lines must not depend on the platform.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(WebinarMapping mapping, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            Text(json, "$schema", mapping.Schema);
            json.WriteNumber("version", WebinarMapping.Version);
            json.WriteString("object", mapping.Object);
            json.WriteString("primaryKey", mapping.PrimaryKey);
            Text(json, "insertMode", mapping.InsertMode == InsertMode.Upsert ? null : MappingWords.InsertModes[(int)mapping.InsertMode]);
            Text(json, "campaign", mapping.Campaign == CampaignLink.None ? null : MappingWords.Campaigns[(int)mapping.Campaign]);
            json.WriteStartArray("fields");
            foreach (var pair in mapping.Fields)
            {
                Write(json, pair);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, FieldMapping pair)
    {
        json.WriteStartObject();
        json.WriteString("field", pair.Field);
        Text(json, "source", pair.Source?.Name);
        if (pair.Conversions.Length > 0)
        {
            json.WriteStartArray("convert");
            foreach (var step in pair.Conversions)
            {
                json.WriteStartObject();
                Write(json, step);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Text(json, "policy", pair.Policy == FieldPolicy.Always ? null : MappingWords.Policies[(int)pair.Policy]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldConversion step)
    {
        switch (step)
        {
            case FieldConversion.Trim:
                json.WriteString("kind", "trim");
                break;
            case FieldConversion.Case letters:
                json.WriteString("kind", "case");
                json.WriteString("to", MappingWords.Cases[(int)letters.To]);
                break;
            case FieldConversion.SplitName name:
                json.WriteString("kind", "splitName");
                json.WriteString("part", MappingWords.Parts[(int)name.Part]);
                break;
            case FieldConversion.Country country:
                json.WriteString("kind", "country");
                json.WriteString("to", MappingWords.Countries[(int)country.To]);
                Otherwise(json, country.Otherwise);
                break;
            case FieldConversion.Phone phone:
                json.WriteString("kind", "phone");
                Text(json, "callingCode", phone.CallingCode);
                Text(json, "trunkPrefix", phone.TrunkPrefix == "0" ? null : phone.TrunkPrefix);
                Otherwise(json, phone.Otherwise);
                break;
            case FieldConversion.Date date:
                json.WriteString("kind", "date");
                json.WriteString("to", MappingWords.Dates[(int)date.To]);
                Text(json, "timeZone", date.TimeZone);
                Otherwise(json, date.Otherwise);
                break;
            case FieldConversion.Picklist picklist:
                json.WriteString("kind", "picklist");
                json.WriteStartObject("table");
                foreach (var (from, to) in picklist.Table)
                {
                    json.WriteString(from, to);
                }

                json.WriteEndObject();
                Otherwise(json, picklist.Otherwise);
                break;
            case FieldConversion.Constant constant:
                json.WriteString("kind", "constant");
                json.WriteString("value", constant.Value);
                Text(json, "when", constant.When == ConstantUse.Always ? null : MappingWords.When[(int)constant.When]);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Otherwise(Utf8JsonWriter json, UnmatchedValue otherwise) =>
        Text(json, "otherwise", otherwise == UnmatchedValue.Refuse ? null : MappingWords.Otherwise[(int)otherwise]);

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
