using System.Globalization;

namespace Support.Sdk.Webinars;

// Points in time of ISO 8601 in the styles of Webex: with Z, with an offset, with or without fractions; and days.
internal static class IsoInstant
{
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset instant, out bool isDay)
    {
        instant = default;
        isDay = false;
        if (!TryDigits(ref text, 4, out var year) || !TryTake(ref text, '-') || !TryDigits(ref text, 2, out var month) || !TryTake(ref text, '-')
            || !TryDigits(ref text, 2, out var day) || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (text.IsEmpty)
        {
            isDay = true;
            instant = new DateTimeOffset(date, TimeSpan.Zero);
            return true;
        }

        if ((!TryTake(ref text, 'T') && !TryTake(ref text, 't') && !TryTake(ref text, ' ')) || !TryDigits(ref text, 2, out var hour) || !TryTake(ref text, ':')
            || !TryDigits(ref text, 2, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var seconds = 0;
        long fraction = 0;
        if (TryTake(ref text, ':') && (!TryDigits(ref text, 2, out seconds) || seconds > 59 || !TryFraction(ref text, out fraction)))
        {
            return false;
        }

        if (!TryOffset(text, out var offset))
        {
            return false;
        }

        var ticks = date.Ticks + new TimeSpan(hour, minute, seconds).Ticks + fraction - (offset * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    public static int Format(DateTimeOffset instant, DateForm form, TimeZoneInfo? zone, bool isDay, Span<byte> target)
    {
        int length;
        if (form == DateForm.DateTime)
        {
            _ = instant.UtcDateTime.TryFormat(target, out length, "yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            return length;
        }

        // A day alone is that day everywhere. The ends of the calendar stay where they are.
        var local = instant.UtcDateTime;
        if (zone is not null && !isDay)
        {
            var ticks = local.Ticks + zone.GetUtcOffset(instant).Ticks;
            local = new DateTime(long.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        }

        _ = local.TryFormat(target, out length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return length;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TryTake(ref text, '.') && !TryTake(ref text, ','))
        {
            return true;
        }

        var unit = TimeSpan.TicksPerSecond;
        var digits = 0;
        for (; !text.IsEmpty && char.IsAsciiDigit((char)text[0]); text = text[1..], digits++)
        {
            unit /= 10;
            ticks += (text[0] - '0') * unit;
        }

        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || text is [(byte)'Z' or (byte)'z'])
        {
            return true;
        }

        var sign = text[0] == '-' ? -1 : 1;
        if ((!TryTake(ref text, '+') && !TryTake(ref text, '-')) || !TryDigits(ref text, 2, out var hours) || hours > 14)
        {
            return false;
        }

        _ = TryTake(ref text, ':');
        var rest = 0;
        if (!text.IsEmpty && (!TryDigits(ref text, 2, out rest) || rest > 59 || !text.IsEmpty))
        {
            return false;
        }

        minutes = sign * ((hours * 60) + rest);
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit((char)text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        text = text[count..];
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }
}
