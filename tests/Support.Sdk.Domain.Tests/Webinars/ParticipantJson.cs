using System.Globalization;
using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// A participant in Webex' shape, in the styles of escaping that JSON allows; half surrogates too.
internal static class ParticipantJson
{
    public static byte[] Write(WebinarParticipant participant, bool escape)
    {
        var json = new StringBuilder("{\"customizedQuestions\":[{\"questionId\":1,\"answers\":[{\"optionId\":1,\"answer\":\"a\\\"]}\"}]}]");
        foreach (var name in WebinarField.All.Select(field => (Json: field.JsonNameFor(participant.Kind), Field: field)).Where(entry => entry.Json is not null).DistinctBy(entry => entry.Json))
        {
            if (participant.Find(name.Field) is { } value)
            {
                json.Append(",\"").Append(name.Json).Append("\" : ").Append(Quote(value, escape));
            }
        }

        return Encoding.UTF8.GetBytes(json.Append('}').ToString());
    }

    private static string Quote(string value, bool escape)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            var isHalf = char.IsSurrogate(letter) && !(char.IsHighSurrogate(letter) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                && !(char.IsLowSurrogate(letter) && i > 0 && char.IsHighSurrogate(value[i - 1]));
            if (letter is '"' or '\\' && !escape)
            {
                text.Append('\\').Append(letter);
            }
            else if (letter < ' ' || isHalf || escape)
            {
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.Append('"').ToString();
    }
}
