using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>The rows of a job whose result is still to come, by their value in the batch's correlation column: results come in any order.</summary>
internal sealed class OpenRows
{
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byText;

    /// <exception cref="ArgumentException">Two rows have the same value.</exception>
    public OpenRows(RecordBatch batch)
    {
        // A key can tell case apart; else the answer may spell it otherwise than the upload.
        _rows = Index(batch, StringComparer.OrdinalIgnoreCase)
            ?? Index(batch, StringComparer.Ordinal)
            ?? throw new ArgumentException($"The rows of the batch are not told apart by {batch.CorrelationColumn}: two have the same value.", nameof(batch));
        _byText = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether there are any left.</summary>
    public bool Any => _rows.Count > 0;

    /// <summary>Takes the row with a value out.</summary>
    public bool TryTake(ReadOnlySpan<char> value, out int row) => _byText.Remove(value.Trim(), out _, out row);

    private static Dictionary<string, int>? Index(RecordBatch batch, StringComparer comparer)
    {
        var rows = new Dictionary<string, int>(batch.Count, comparer);
        for (var i = 0; i < batch.Count; i++)
        {
            if (!rows.TryAdd(batch.CorrelationOf(i).Trim(), i))
            {
                return null;
            }
        }

        return rows;
    }
}
