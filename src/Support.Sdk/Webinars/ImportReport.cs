using System.Globalization;
using System.Text;
using Support.Sdk.Texts;

namespace Support.Sdk.Webinars;

/// <summary>Writes results as CSV: one line for each reason of a row, and one for a row without.</summary>
internal sealed class ImportReport(TextCatalog texts, CultureInfo culture)
{
    public const string Header = "row,participant,kind,outcome,record,part,code,message,fields,mayPass\n";

    public async Task WriteAsync(IAsyncEnumerable<ImportRowResult> rows, Stream output, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder(Header);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Append(lines, row);
            if (lines.Length >= 32_768)
            {
                await output.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken).ConfigureAwait(false);
                lines.Clear();
            }
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken).ConfigureAwait(false);
    }

    private void Append(StringBuilder lines, ImportRowResult row)
    {
        var length = lines.Length;
        foreach (var note in row.Notes)
        {
            Line(lines, row, "", note.Code, note.Describe() is { } reason ? texts.Write(reason, culture) : "", "", mayPass: false);
        }

        foreach (var error in row.Errors)
        {
            Line(lines, row, "record", error.Code, error.Message, string.Join(' ', error.Fields), error.MayPass);
        }

        foreach (var membership in row.Memberships.Where(static membership => !membership.IsDone))
        {
            foreach (var error in membership.Errors)
            {
                Line(lines, row, membership.Form.ToString(), error.Code, error.Message, string.Join(' ', error.Fields), error.MayPass);
            }
        }

        if (lines.Length == length)
        {
            Line(lines, row, "", "", "", "", mayPass: null);
        }
    }

    private static void Line(StringBuilder lines, ImportRowResult row, string part, string code, string message, string fields, bool? mayPass)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{row.Number},");
        Cell(lines, row.SourceId).Append(CultureInfo.InvariantCulture, $",{row.Kind},{row.Outcome},{row.RecordId},{part},");
        Cell(lines, code).Append(',');
        Cell(lines, message).Append(',');
        Cell(lines, fields).Append(mayPass is { } passes ? passes ? ",yes\n" : ",no\n" : ",\n");
    }

    // A report is opened in spreadsheets: no text of others may begin a formula there.
    private static StringBuilder Cell(StringBuilder lines, string text)
    {
        text = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? lines.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"') : lines.Append(text);
    }
}
