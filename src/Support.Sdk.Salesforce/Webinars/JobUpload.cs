using System.IO.Pipelines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Writes a batch as the CSV of an upload, through pooled memory of a few kilobytes, while it is sent.</summary>
internal static class JobUpload
{
    private const int FlushAt = 64 * 1024;
    private static readonly StreamPipeWriterOptions Pooled = new(minimumBufferSize: 16 * 1024, leaveOpen: true);

    /// <exception cref="ImportFaultException">It is more than an upload takes.</exception>
    public static async Task WriteAsync(RecordBatch batch, Stream stream, CancellationToken cancellationToken)
    {
        var output = PipeWriter.Create(stream, Pooled);
        var sent = 0L;
        batch.WriteCsvHeader(output);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.WriteCsv(i, output);
            if (output.UnflushedBytes >= FlushAt)
            {
                await FlushAsync().ConfigureAwait(false);
            }
        }

        await FlushAsync().ConfigureAwait(false);
        await output.CompleteAsync().ConfigureAwait(false);

        async ValueTask FlushAsync()
        {
            sent += output.UnflushedBytes;
            if (sent > SalesforceConstants.MaxBulkUploadBytes)
            {
                throw new ImportFaultException(
                    $"The rows of the job take more than {SalesforceConstants.MaxBulkUploadBytes / 1_000_000} MB, the most that Salesforce takes in one upload. Import in smaller chunks.");
            }

            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
