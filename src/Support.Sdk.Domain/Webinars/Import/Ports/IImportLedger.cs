namespace Support.Sdk.Webinars;

/// <summary>Keeps what imports did: their rows, chunk by chunk, and which records were imported for which webinar.</summary>
/// <remarks>
/// Implementations are thread-safe and may be shared by the processes that share the machine store beside it. Each member is atomic and durable when it returns. The conformance kit in
/// <c>Support.Sdk.Testing</c> checks an implementation. Ids are compared ordinally.
/// </remarks>
public interface IImportLedger
{
    /// <summary>
    /// Keeps out whatever earlier attempts of an import's run still want to write: a host that stood still, and whose run another one has taken over, may wake up at any time.
    /// </summary>
    /// <param name="import">The import.</param>
    /// <param name="attempt">The attempt that writes from now on, from 1. One that is lower than that of an earlier call changes nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">There is no import.</exception>
    /// <remarks>A write of an earlier attempt that has begun is over when this returns: either it took place and is seen, or it never does.</remarks>
    ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default);

    /// <summary>Writes a chunk of an import, in place of one with the same number, and the entries of the records that it imported, in one transaction.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="entries">The records; an entry takes the place of an earlier one of the same scope and record. May be empty.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The import has no id, the chunk's number is less than 1, or an entry names no account (an empty one is the default), object, webinar, record or import; nothing is written.
    /// </exception>
    /// <returns><see langword="false"/> when a later attempt has fenced the import: nothing is written.</returns>
    ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads the chunks of an import in the order of their numbers, one at a time.</summary>
    /// <param name="import">The import.</param>
    /// <param name="after">Leaves out the chunks up to this number, from 0; 0 for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default);

    /// <summary>Removes chunks of an import; the entries of its records stay, and so does its fence.</summary>
    /// <param name="import">The import.</param>
    /// <param name="after">Keeps the chunks up to this number, from 0; 0 to remove all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many chunks were removed.</returns>
    /// <exception cref="ArgumentException">There is no import, or <paramref name="after"/> is negative.</exception>
    ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default);

    /// <summary>Finds which of some records were imported for a webinar.</summary>
    /// <param name="scope">The account, object and webinar.</param>
    /// <param name="recordIds">The records, up to 10,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries of those that were, each once, in any order.</returns>
    /// <exception cref="ArgumentException">There are more than 10,000, or the scope names no account (an empty one is the default), object or webinar.</exception>
    ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default);

    /// <summary>Reads everything that was imported for a webinar, ordered by the UTF-8 bytes of the record ids.</summary>
    /// <param name="scope">The account, object and webinar.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default);

    /// <summary>Reads the ids of all records of an object that were imported for any webinar, each once, ordered by their UTF-8 bytes.</summary>
    /// <param name="account">The named account of the system; empty for the default one.</param>
    /// <param name="objectName">The API name of the object.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default);
}
