namespace Support.Sdk.Salesforce.Queries;

internal static class SoqlBatches
{
    public static IEnumerable<Soql> Split(IEnumerable<string> values, Func<IReadOnlyList<string>, Soql> query, int maxLength)
    {
        var fixedLength = query([""]).EncodedLength;
        var batch = new List<string>();
        var length = fixedLength;
        foreach (var value in values)
        {
            var cost = SoqlLiteral.EncodedLength(value) + "%2C".Length;
            if (batch.Count > 0 && length + cost > maxLength)
            {
                foreach (var statement in Fit(batch, query, maxLength))
                {
                    yield return statement;
                }

                batch = [];
                length = fixedLength;
            }

            batch.Add(value);
            length += cost;
        }

        foreach (var statement in batch.Count == 0 ? [] : Fit(batch, query, maxLength))
        {
            yield return statement;
        }
    }

    /// <summary>The estimate counts each value once; a query that uses its list twice is split until it fits.</summary>
    private static IEnumerable<Soql> Fit(List<string> batch, Func<IReadOnlyList<string>, Soql> query, int maxLength)
    {
        var statement = query(batch);
        if (statement.EncodedLength <= maxLength)
        {
            return [statement];
        }

        if (batch.Count == 1)
        {
            throw new ArgumentException(
                $"The query for a single value takes {statement.EncodedLength} bytes in an address, more than {maxLength}. Shorten it, or use the Bulk API.", nameof(query));
        }

        var half = batch.Count / 2;
        return Fit(batch[..half], query, maxLength).Concat(Fit(batch[half..], query, maxLength));
    }
}
