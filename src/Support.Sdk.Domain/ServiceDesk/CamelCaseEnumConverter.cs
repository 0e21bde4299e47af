using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.ServiceDesk;

/// <summary>Writes an enum as its name in camel case, as the wire has it, whatever options surround it.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
