using System.Runtime.CompilerServices;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads the CSV of a result from the wire while it is enumerated.</summary>
internal static class BulkResults
{
    public static async IAsyncEnumerable<BulkRow> ReadAsync(
        SalesforceConnection org, VendorOperation operation, HttpResponseMessage response, char delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var cells in ReadCellsAsync(org, operation, response, delimiter, cancellationToken).ConfigureAwait(false))
        {
            yield return cells.ToRow();
        }
    }

    /// <returns>The same object again and again; it is the next row once the enumeration has moved on.</returns>
    public static async IAsyncEnumerable<BulkCells> ReadCellsAsync(
        SalesforceConnection org, VendorOperation operation, HttpResponseMessage response, char delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var csv = new CsvReader(stream, delimiter);
            if (!await NextAsync().ConfigureAwait(false))
            {
                yield break;
            }

            var columns = new BulkColumns(csv.ToArray());
            var cells = new BulkCells(columns, csv);
            while (await NextAsync().ConfigureAwait(false))
            {
                if (csv.Count != columns.Names.Length)
                {
                    // The mock of one client ends in an empty line; CSV of a single column may mean one, others cannot.
                    if (csv.Count == 1 && csv[0].IsEmpty)
                    {
                        continue;
                    }

                    throw new SupportContentException(
                        org.Describe(operation, response), response.StatusCode, $"a row has {csv.Count} values for {columns.Names.Length} columns");
                }

                yield return cells;
            }

            async ValueTask<bool> NextAsync()
            {
                try
                {
                    return await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is FormatException or System.Text.DecoderFallbackException)
                {
                    throw new SupportContentException(org.Describe(operation, response), response.StatusCode, "its body is not the CSV of a result", exception);
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException)
                {
                    throw new SupportConnectionException(org.Describe(operation, response), ConnectionFailure.Interrupted, mayHaveBeenReceived: true, innerException: exception);
                }
            }
        }
    }
}
