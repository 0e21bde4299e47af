using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>The checks of arguments that <see cref="IImportLedger"/> demands of every implementation, for ledgers of your own. Each throws with the caller's name of the parameter.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class LedgerArguments
{
    /// <summary>The most records that may be looked for at once.</summary>
    public const int MaxRecords = 10_000;

    /// <summary>Checks a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="parameter">The caller's name of it; filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It is <see langword="null"/>, has no import, or a number less than 1.</exception>
    public static void ThrowIfNoChunk(ImportChunk chunk, [CallerArgumentExpression(nameof(chunk))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(chunk, parameter);
        if (string.IsNullOrEmpty(chunk.Import))
        {
            throw new ArgumentException("A chunk needs the id of its import.", parameter);
        }

        if (chunk.Number < 1)
        {
            throw new ArgumentException($"The chunks of an import are numbered from 1; {chunk.Number} is none.", parameter);
        }
    }

    /// <summary>Checks entries.</summary>
    /// <param name="entries">The entries; may be empty.</param>
    /// <param name="parameter">The caller's name of it; filled in by the compiler.</param>
    /// <exception cref="ArgumentException">They are <see langword="null"/>, or one is, or has no record, import, object or webinar.</exception>
    public static void ThrowIfNoEntries(IReadOnlyCollection<LedgerEntry> entries, [CallerArgumentExpression(nameof(entries))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(entries, parameter);
        foreach (var entry in entries)
        {
            if (entry is null)
            {
                throw new ArgumentException("There is no entry; leave it out.", parameter);
            }

            ThrowIfNoScope(entry.Scope, parameter);
            if (string.IsNullOrEmpty(entry.RecordId) || string.IsNullOrEmpty(entry.Import))
            {
                throw new ArgumentException("An entry needs the id of its record and the id of its import.", parameter);
            }
        }
    }

    /// <summary>Checks a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="parameter">The caller's name of it; filled in by the compiler.</param>
    /// <exception cref="ArgumentException">It has no account (empty is one), object or webinar.</exception>
    public static void ThrowIfNoScope(LedgerScope scope, [CallerArgumentExpression(nameof(scope))] string? parameter = null)
    {
        if (scope.Account is null || string.IsNullOrEmpty(scope.ObjectName) || string.IsNullOrEmpty(scope.WebinarId))
        {
            throw new ArgumentException("A scope needs an account (empty for the default one), an object and a webinar.", parameter);
        }
    }

    /// <summary>Checks the ids of records to be looked for.</summary>
    /// <param name="recordIds">The ids; may be empty.</param>
    /// <param name="parameter">The caller's name of it; filled in by the compiler.</param>
    /// <exception cref="ArgumentException">They are <see langword="null"/>, or one is, or there are more than <see cref="MaxRecords"/>.</exception>
    public static void ThrowIfNoRecords(IReadOnlyCollection<string> recordIds, [CallerArgumentExpression(nameof(recordIds))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(recordIds, parameter);
        if (recordIds.Count > MaxRecords)
        {
            throw new ArgumentException($"Look for up to {MaxRecords} records at once, not for {recordIds.Count}; call again for the rest.", parameter);
        }

        foreach (var id in recordIds)
        {
            if (id is null)
            {
                throw new ArgumentException("There is no id of a record; leave it out.", parameter);
            }
        }
    }
}
