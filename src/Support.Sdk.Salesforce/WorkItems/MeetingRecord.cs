using Support.Sdk.Salesforce.Records;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Salesforce.WorkItems;

/// <summary>A comment as the record that stands for it.</summary>
internal static class MeetingRecord
{
    /// <summary>Of Subject and Location (fact sheet 5.1).</summary>
    public const int MaxLineLength = 255;

    /// <summary>How long keys get: an id of 18, a mark, a comment's key of up to 120.</summary>
    public const int MaxKeyLength = 160;

    /// <summary>A meeting has one record for invitation, cancellation and log; a comment of another kind has its own.</summary>
    public static string KeyOf(RecordId record, WorkItemComment comment) =>
        comment.Meeting is { } meeting ? $"{record}-meeting-{meeting.Id}" : $"{record}-comment-{comment.Key}";

    public static RecordValues ValuesOf(SalesforceMeetingOptions options, RecordId record, WorkItemComment comment)
    {
        var meeting = comment.Meeting;
        var values = new RecordValues
        {
            [SalesforceRecords.IsPerson(record) ? options.PersonField : options.RecordField] = record,
            [options.TextField] = comment.Text,
        };
        Set(values, options.SubjectField, Line(meeting?.Topic ?? comment.Text));
        Set(values, options.StartField, meeting?.StartsAt ?? comment.NotBefore);
        Set(values, options.EndField, meeting?.EndsAt ?? comment.NotBefore);
        Set(values, options.AvailabilityField, meeting is null or { Notice: MeetingNotice.Cancellation } ? "Free" : "Busy");
        if (meeting?.JoinLink is { Length: <= MaxLineLength } link)
        {
            Set(values, options.LinkField, link);
        }

        return values;
    }

    private static void Set(RecordValues values, string? field, FieldValue value)
    {
        if (field is not null)
        {
            values[field] = value;
        }
    }

    /// <summary>The first line, cut to what the field takes, not within a character of two halves.</summary>
    private static string Line(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        if (line.Length <= MaxLineLength)
        {
            return line.ToString();
        }

        var length = MaxLineLength - 1;
        return $"{line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)]}…";
    }
}
