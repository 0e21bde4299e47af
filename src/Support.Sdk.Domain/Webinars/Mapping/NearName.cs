namespace Support.Sdk.Webinars;

// The name that somebody may have meant.
internal static class NearName
{
    private const int MostEdits = 2;

    public static string? Find(string name, IEnumerable<string> names)
    {
        var best = names.Select(candidate => (Name: candidate, Edits: Edits(name, candidate))).DefaultIfEmpty((Name: "", Edits: int.MaxValue)).MinBy(candidate => candidate.Edits);
        return best.Edits <= MostEdits && best.Edits < name.Length ? best.Name : null;
    }

    // Levenshtein's distance, whatever the case.
    private static int Edits(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = int.Min(change, int.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
