using System.Globalization;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>
/// An event has a time: a start under two names, and an end or a duration (fact sheet section 5.1; the object reference adds that both names, and end and duration, must agree, and
/// that from version 39.0 on the error is that of the duration when there is one). Codes and sentences are assumptions.
/// </summary>
internal static class EventRules
{
    /// <summary>Completes the times: of a pair the field that is given tells the other. That the end stays where only the start is changed is an assumption.</summary>
    public static void Complete(ObjectSchema schema, Dictionary<int, string> values, RecordInput input)
    {
        var (start, end, at, minutes) = (schema.Field("StartDateTime"), schema.Field("EndDateTime"), schema.Field("ActivityDateTime"), schema.Field("DurationInMinutes"));
        if (values.GetValueOrDefault(schema.Field("IsAllDayEvent").Ordinal) == "true" && values.ContainsKey(schema.Field("ActivityDate").Ordinal))
        {
            return;
        }

        Follow(start, at);
        Follow(at, start);
        Follow(end, minutes);
        Follow(minutes, end);
        if ((input.Has(start) || input.Has(at)) && !input.Has(minutes) && values.ContainsKey(end.Ordinal))
        {
            values.Remove(minutes.Ordinal);
        }

        if ((values.GetValueOrDefault(start.Ordinal) ?? values.GetValueOrDefault(at.Ordinal)) is not { } from
            || (!values.ContainsKey(end.Ordinal) && !values.ContainsKey(minutes.Ordinal)))
        {
            throw new RecordException(
                "REQUIRED_FIELD_MISSING", "Required fields are missing: [DurationInMinutes, ActivityDateTime]", "DurationInMinutes", "ActivityDateTime");
        }

        if (values.TryGetValue(at.Ordinal, out var due) && due != from)
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", "Due Date Time: it differs from the start", at.Name);
        }

        FieldValues.TryInstant(from, out var began);
        values[start.Ordinal] = values[at.Ordinal] = from;
        if (!values.TryGetValue(end.Ordinal, out var to) || !FieldValues.TryInstant(to, out var ended))
        {
            values[end.Ordinal] = FieldValues.FormatInstant(began.AddMinutes(int.Parse(values[minutes.Ordinal], CultureInfo.InvariantCulture)));
            return;
        }

        var length = ((int)(ended - began).TotalMinutes).ToString(CultureInfo.InvariantCulture);
        if (values.TryGetValue(minutes.Ordinal, out var given) && given != length)
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", "Duration: it is not the time from start to end", minutes.Name);
        }

        values[minutes.Ordinal] = length;

        void Follow(FieldSchema changed, FieldSchema other)
        {
            if (input.Has(changed) && !input.Has(other))
            {
                values.Remove(other.Ordinal);
            }
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
