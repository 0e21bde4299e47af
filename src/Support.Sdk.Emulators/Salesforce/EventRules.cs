using System.Globalization;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>An event has a time: start and end, or start and duration (fact sheet section 5.1; codes are assumptions).</summary>
internal static class EventRules
{
    public static void Complete(ObjectSchema schema, Dictionary<int, string> values)
    {
        var (start, end, at, minutes) = (schema.Field("StartDateTime").Ordinal, schema.Field("EndDateTime").Ordinal, schema.Field("ActivityDateTime").Ordinal, schema.Field("DurationInMinutes").Ordinal);
        if (values.GetValueOrDefault(schema.Field("IsAllDayEvent").Ordinal) == "true" && values.ContainsKey(schema.Field("ActivityDate").Ordinal))
        {
            return;
        }

        if ((values.GetValueOrDefault(start) ?? values.GetValueOrDefault(at)) is not { } from
            || (!values.ContainsKey(end) && !values.ContainsKey(minutes)))
        {
            throw new RecordException(
                "REQUIRED_FIELD_MISSING", "Required fields are missing: [DurationInMinutes, ActivityDateTime]", "DurationInMinutes", "ActivityDateTime");
        }

        FieldValues.TryInstant(from, out var began);
        values[start] = values[at] = from;
        if (values.TryGetValue(end, out var to) && FieldValues.TryInstant(to, out var ended))
        {
            values.TryAdd(minutes, ((int)(ended - began).TotalMinutes).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            values[end] = FieldValues.FormatInstant(began.AddMinutes(int.Parse(values[minutes], CultureInfo.InvariantCulture)));
        }
    }

    public static void Check(ObjectSchema schema, Dictionary<int, string> values)
    {
        if (values.TryGetValue(schema.Field("StartDateTime").Ordinal, out var from) && values.TryGetValue(schema.Field("EndDateTime").Ordinal, out var to)
            && string.CompareOrdinal(to, from) < 0)
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", "End Date Time: the event's end is before its start", "EndDateTime");
        }

        if (values.TryGetValue(schema.Field("WhoId").Ordinal, out var who) && who.StartsWith("00Q", StringComparison.Ordinal) && values.ContainsKey(schema.Field("WhatId").Ordinal))
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", "Related To ID: an activity of a lead relates to nothing else", "WhatId");
        }
    }
}
