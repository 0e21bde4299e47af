using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Where the columns of a result stand that count; read from its header, not assumed.</summary>
internal readonly record struct ResultPlaces(bool IsKnown, int Correlation, int Id, int Error)
{
    /// <exception cref="ImportFaultException">The result lacks the column by which its rows are told apart.</exception>
    public ResultPlaces Within(BulkCells cells, RecordBatch batch)
    {
        if (IsKnown)
        {
            return this;
        }

        var columns = cells.Columns;
        return columns.IndexOf(batch.CorrelationColumn) is >= 0 and var correlation
            ? new(true, correlation, columns.IndexOf("sf__Id"), columns.IndexOf("sf__Error"))
            : throw new ImportFaultException($"The results of the job have no column {batch.CorrelationColumn}, by which their rows would be told apart.");
    }
}
