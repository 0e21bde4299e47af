using System.Buffers;

namespace Support.Sdk.Webinars;

/// <summary>What one attempt of a run keeps in the ledger, until another attempt has begun.</summary>
internal sealed class FencedLedger(IImportLedger ledger, string import, int attempt)
{
    /// <exception cref="RunSupersededException">Another attempt has begun: nothing is written.</exception>
    public async Task WriteAsync(int number, ArrayBufferWriter<byte> content, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (!await ledger.WriteAsync(new(import, number, content.WrittenMemory) { Attempt = attempt }, entries, cancellationToken).ConfigureAwait(false))
        {
            throw new RunSupersededException("the ledger belongs to a later attempt");
        }
    }

    /// <summary>Keeps rows before anything is written of them.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception" />
    public Task WritePreparedAsync(int number, IReadOnlyCollection<PreparedRow> rows, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>(rows.Count * 256);
        ImportChunks.WritePrepared(rows, content);
        return WriteAsync(number, content, [], cancellationToken);
    }
}
