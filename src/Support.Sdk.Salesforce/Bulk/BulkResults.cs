using System.Runtime.CompilerServices;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads the CSV of a result from the wire while it is enumerated.</summary>
internal static class BulkResults
{
    public static async IAsyncEnumerable<BulkRow> ReadAsync(
        SalesforceConnection org, VendorOperation operation, HttpResponseMessage response, char delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var csv = new CsvReader(stream, delimiter);
            if (await NextAsync().ConfigureAwait(false) is not { } header)
            {
                yield break;
            }

            var columns = new BulkColumns(header);
            while (await NextAsync().ConfigureAwait(false) is { } values)
            {
                if (values.Length != header.Length)
                {
                    // The mock of one client ends in an empty line; CSV of a single column may mean one, others cannot.
                    if (values is [""])
                    {
                        continue;
                    }

                    throw new SupportContentException(
                        org.Describe(operation, response), response.StatusCode, $"a row has {values.Length} values for {header.Length} columns");
                }

                yield return new BulkRow(columns, values);
            }

            async ValueTask<string[]?> NextAsync()
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
