namespace WebinarImportSample.Hosting;

/// <summary>The name that somebody may have meant.</summary>
internal static class NearName
{
    /// <summary>The nearest of the names, at most two letters away: one that is added, left out, wrong or in the other's place; <see langword="null"/> when there is none.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        var (nearest, edits) = names.Select(candidate => (candidate, Edits(name, candidate))).MinBy(static candidate => candidate.Item2);
        return edits <= 2 && edits < name.Length - 1 ? nearest : null;
    }

    // Damerau's distance of neighbours, whatever the case.
    private static int Edits(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j
                    : int.Min(rows[i - 1, j - 1] + (IsSame(i, j) ? 0 : 1), int.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && IsSame(i, j - 1) && IsSame(i - 1, j))
                {
                    rows[i, j] = int.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];

        bool IsSame(int i, int j) => char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
    }
}
