namespace Support.Sdk.Webinars;

/// <summary>Finds the records that are there, for the plan of an import. Implemented by the adapters of CRM systems.</summary>
/// <remarks>An implementation splits what is too much for one request of its system, and is used by one import at a time.</remarks>
public interface IRecordLookup
{
    /// <summary>Finds every record that has one of the keys: none, one or several for each, each record once, in any order.</summary>
    /// <param name="query">The keys and what is wanted of the records.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <remarks>Records whose key is none of those asked for are allowed and not considered: a system may compare more generously than <see cref="MappingKey"/>.</remarks>
    IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, CancellationToken cancellationToken = default);
}
