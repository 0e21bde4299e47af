namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Finds the records of a query: by the most selective index among its necessary equations, otherwise by looking at each.</summary>
internal sealed class SoqlRunner(Org org, RecordReader reader)
{
    /// <summary>The rows, in order. Without ORDER BY they come as they were created.</summary>
    public int[] Run(SoqlQuery query, bool withDeleted)
    {
        var table = query.Table;
        var rows = new List<int>();
        foreach (var row in Candidates(query))
        {
            table.Visits++;
            if (table.Exists(row) && (withDeleted || !table.IsDeleted(row)) && query.Where?.Holds(org, reader, table, row) != false)
            {
                rows.Add(row);
            }
        }

        var found = query.Order.Count == 0 ? rows : Sorted(query, rows);
        return [.. found.Skip(query.Offset).Take(query.Limit ?? int.MaxValue)];
    }

    private IEnumerable<int> Candidates(SoqlQuery query)
    {
        var table = query.Table;
        List<int>? best = null;
        foreach (var comparison in query.Where?.Necessary() ?? [])
        {
            if (comparison.Path is not { Via.Count: 0, Field: { } field } || comparison.Sought is not { } values)
            {
                continue;
            }

            if (field.Name == "Id")
            {
                return values.Select(table.Row).Where(row => row >= 0).Distinct().Order();
            }

            if (table.HasIndex(field))
            {
                var enough = best?.Count ?? int.MaxValue;
                var some = values.SelectMany(value => table.Lookup(field, value)).Take(enough).ToList();
                best = some.Count < enough ? some : best;
            }
        }

        return best?.Distinct().Order() ?? Enumerable.Range(0, table.Rows);
    }

    private List<int> Sorted(SoqlQuery query, List<int> rows)
    {
        var keyed = rows.ConvertAll(row => (Row: row, Keys: query.Order.Select(order => order.Path.Get(org, reader, query.Table, row)).ToArray()));
        keyed.Sort((left, right) =>
        {
            for (var i = 0; i < query.Order.Count; i++)
            {
                var order = query.Order[i];
                var compared = (left.Keys[i], right.Keys[i]) switch
                {
                    (null, null) => 0,
                    (null, _) => order.NullsLast ? 1 : -1,
                    (_, null) => order.NullsLast ? -1 : 1,
                    var (one, other) => SoqlComparison.Compare(order.Path.Field?.Kind ?? FieldKind.Text, one, other) * (order.Descending ? -1 : 1),
                };
                if (compared != 0)
                {
                    return compared;
                }
            }

            return left.Row.CompareTo(right.Row);
        });
        return keyed.ConvertAll(pair => pair.Row);
    }
}
