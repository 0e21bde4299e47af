using System.Text;

namespace Support.Sdk.Tests.Webinars;

// Reads one row as RFC 4180 has it, to see that what was written means what was meant.
internal static class Csv
{
    public static IReadOnlyList<string> Parse(string row)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var at = 0;
        while (true)
        {
            cell.Clear();
            if (row[at] == '"')
            {
                for (at++; row[at] != '"' || row[at + 1] == '"'; at++)
                {
                    at += row[at] == '"' ? 1 : 0;
                    cell.Append(row[at]);
                }

                at++;
            }
            else
            {
                while (row[at] is not (',' or '\n'))
                {
                    cell.Append(row[at++]);
                }
            }

            cells.Add(cell.ToString());
            if (row[at] == '\n')
            {
                return at == row.Length - 1 ? cells : throw new FormatException($"There is something behind the row: {row}");
            }

            at++;
        }
    }
}
