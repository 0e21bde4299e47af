using System.Text;

namespace Support.Sdk.Webinars;

internal sealed class DateStep(FieldConversion.Date options) : ValueStep
{
    private const int MaximumLength = 32;

    private readonly FieldConversion.Date _options = options;
    private readonly TimeZoneInfo? _zone = options.TimeZone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        if (!IsoInstant.TryParse(row[TrimStep.Trimmed(row, value)], out var instant, out var isDay))
        {
            return Unmatched(_options.Otherwise, RowIssueKind.NotDate, ref value);
        }

        value = instant == DateTimeOffset.UnixEpoch ? default : row.Commit(IsoInstant.Format(instant, _options.To, _zone, isDay, row.Reserve(MaximumLength)));
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        if (!IsoInstant.TryParse(Encoding.UTF8.GetBytes(value.Trim()), out var instant, out var isDay))
        {
            return Unmatched(_options.Otherwise, RowIssueKind.NotDate, ref value);
        }

        Span<byte> target = stackalloc byte[MaximumLength];
        value = instant == DateTimeOffset.UnixEpoch ? "" : Encoding.ASCII.GetString(target[..IsoInstant.Format(instant, _options.To, _zone, isDay, target)]);
        return null;
    }
}
