using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>The checks of arguments that <see cref="IImportLedger"/> demands of every implementation. Each throws what its name says, with the caller's name of the parameter.</summary>
internal static class LedgerArguments
{
    /// <summary>The most records that may be looked for at once.</summary>
    public const int MaxRecords = 10_000;

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

    public static void ThrowIfNoScope(LedgerScope scope, [CallerArgumentExpression(nameof(scope))] string? parameter = null)
    {
        if (scope.Account is null || string.IsNullOrEmpty(scope.ObjectName) || string.IsNullOrEmpty(scope.WebinarId))
        {
            throw new ArgumentException("A scope needs an account (empty for the default one), an object and a webinar.", parameter);
        }
    }

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
