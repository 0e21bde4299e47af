using System.Globalization;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The part of RFC 2445 rules the vendor describes: FREQ, INTERVAL, COUNT, UNTIL, BYDAY (weekly), the first BYMONTHDAY.</summary>
internal sealed class RecurrenceRule
{
    /// <summary>Where an endless rule is cut off: far more than any list shows.</summary>
    private const int MaximumOccurrences = 400;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private RecurrenceRule(string text) => Text = text;

    public string Text { get; }

    private string Frequency { get; init; } = "";

    private int Interval { get; init; } = 1;

    private int? Count { get; init; }

    private DateTimeOffset? Until { get; init; }

    private IReadOnlyList<DayOfWeek> ByDay { get; init; } = [];

    private int? ByMonthDay { get; init; }

    public static RecurrenceRule? TryParse(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [var name, var value] || !parts.TryAdd(name, value))
            {
                return null;
            }
        }

        var frequency = parts.GetValueOrDefault("FREQ", "").ToUpperInvariant();
        if (frequency is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY")
            || !TryNumber(parts, "INTERVAL", out var interval) || !TryNumber(parts, "COUNT", out var count) || !TryNumber(parts, "BYMONTHDAY", out var monthDay)
            || !TryUntil(parts, out var until) || !TryDays(parts, out var days))
        {
            return null;
        }

        return new RecurrenceRule(text) { Frequency = frequency, Interval = interval ?? 1, Count = count, Until = until, ByDay = days, ByMonthDay = monthDay };
    }

    /// <summary>The starts in UTC: the wall clock of <paramref name="zone"/> stays the same over changes of summer time.</summary>
    public IEnumerable<DateTimeOffset> Starts(DateTimeOffset first, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(first, zone).DateTime;
        var given = 0;
        for (var step = 0; given < Math.Min(Count ?? MaximumOccurrences, MaximumOccurrences) && step < MaximumOccurrences * 7; step++)
        {
            foreach (var date in Candidates(local, step))
            {
                var start = new DateTimeOffset(date, zone.GetUtcOffset(date)).ToUniversalTime();
                if (start < first || given >= (Count ?? MaximumOccurrences))
                {
                    continue;
                }

                if (start > Until)
                {
                    yield break;
                }

                given++;
                yield return start;
            }
        }
    }

    private IEnumerable<DateTime> Candidates(DateTime first, int step)
    {
        switch (Frequency)
        {
            case "DAILY":
                return [first.AddDays(step * Interval)];
            case "WEEKLY" when ByDay.Count > 0:
                var sunday = first.AddDays((step * Interval * 7) - (int)first.DayOfWeek);
                return ByDay.Select(day => sunday.AddDays((int)day)).Order();
            case "WEEKLY":
                return [first.AddDays(step * Interval * 7)];
            case "MONTHLY":
                var month = new DateTime(first.Year, first.Month, 1).AddMonths(step * Interval);
                var dayOfMonth = ByMonthDay ?? first.Day;
                return dayOfMonth <= DateTime.DaysInMonth(month.Year, month.Month) ? [month.AddDays(dayOfMonth - 1) + first.TimeOfDay] : [];
            default:
                return [first.AddYears(step * Interval)];
        }
    }

    private static bool TryNumber(Dictionary<string, string> parts, string name, out int? value)
    {
        value = null;
        if (!parts.TryGetValue(name, out var text))
        {
            return true;
        }

        // Several days of a month are "partially supported": the first counts.
        var valid = int.TryParse(text.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        value = number;
        return valid;
    }

    private static bool TryUntil(Dictionary<string, string> parts, out DateTimeOffset? until)
    {
        until = null;
        if (!parts.TryGetValue("UNTIL", out var text))
        {
            return true;
        }

        var valid = DateTimeOffset.TryParseExact(
            text, ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        until = value;
        return valid;
    }

    private static bool TryDays(Dictionary<string, string> parts, out IReadOnlyList<DayOfWeek> days)
    {
        var indexes = parts.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(day => Array.FindIndex(Days, known => day.EndsWith(known, StringComparison.OrdinalIgnoreCase))).ToList();
        days = [.. indexes.Where(index => index >= 0).Select(index => (DayOfWeek)index)];
        return indexes.TrueForAll(index => index >= 0);
    }
}
