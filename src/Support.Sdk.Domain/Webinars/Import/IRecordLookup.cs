namespace Support.Sdk.Webinars;

/// <summary>Finds the records that are there, for the plan of an import. Registered by the system's name as keyed service, such as <c>salesforce</c>.</summary>
/// <remarks>
/// Implementations are thread-safe, split what is too much for one request of their system, and throw faults as exceptions that implement <see cref="Failures.IVendorFailure"/>.
/// <see cref="ExistingRecord.IsImportedForWebinar"/> is for the importer to say, which keeps the ledger (<see cref="IImportLedger"/>).
/// </remarks>
public interface IRecordLookup
{
    /// <summary>Finds every record that has one of the keys: none, one or several for each, each record once, in any order.</summary>
    /// <param name="query">The keys and what is wanted of the records.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <remarks>Records whose key is none of those asked for are allowed and not considered: a system may compare more generously than <see cref="MappingKey"/>.</remarks>
    IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, CancellationToken cancellationToken = default);
}
