using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

// The countries of ISO 3166-1 by their codes, their English and French names, and other names in common use (Countries.txt).
internal static class Countries
{
    private static readonly ImmutableArray<string[]> Rows = Load();

    private static readonly WordTable[] Tables = [.. Enumerable.Range(0, 4).Select(Table)];

    public static int LongestName(CountryForm form) => Rows.Max(row => row[(int)form].Length);

    public static WordTable Table(CountryForm form) => Tables[(int)form];

    private static WordTable Table(int column) => new(Rows.SelectMany(row => row.SelectMany(Spellings).Select(name => KeyValuePair.Create(name, row[column]))));

    // With the typographic apostrophe and with that of the keyboard.
    private static IEnumerable<string> Spellings(string name) => name.Contains('’', StringComparison.Ordinal) ? [name, name.Replace('’', '\'')] : [name];

    private static ImmutableArray<string[]> Load()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Support.Sdk.Webinars.Countries.txt")!;
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                rows.Add(line.Split(';'));
            }
        }

        return rows.ToImmutable();
    }
}
