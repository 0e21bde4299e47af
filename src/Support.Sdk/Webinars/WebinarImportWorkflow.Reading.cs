using System.Globalization;
using System.Runtime.CompilerServices;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Webinars;

// What there is to be read of imports: how they stand, what became of their rows.
public sealed partial class WebinarImportWorkflow
{
    private const int PageSize = 100;

    /// <summary>Reads an import as it stands.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<Outcome<WebinarImport>> GetAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(import);
        var view = await _runner.ReadAsync(WebinarImportMachine.StreamOf(import), cancellationToken).ConfigureAwait(false);
        return view.State is { } state && await RefuseAsync(state.Order.Target, state.Order.TargetAccount, origin, cancellationToken).ConfigureAwait(false) is null
            ? state
            : WebinarImportRefusals.NotFound.Refuse();
    }

    /// <summary>Lists imports, in no particular order.</summary>
    /// <param name="origin">Who asks; sees none of what they may not see.</param>
    /// <param name="webinarId">Those of one webinar; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<WebinarImport> ListAsync(
        CommandOrigin origin, string? webinarId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entry = webinarId is null ? new IndexEntry(WebinarImportMachine.AllIndex, "") : new(WebinarImportMachine.WebinarIndex, webinarId);
        StreamId after = default;
        while (true)
        {
            var page = await _store.FindAsync(entry, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var stream in page)
            {
                after = stream.Id;
                if ((await GetAsync(stream.Id.Key, origin, cancellationToken).ConfigureAwait(false)).Value is { } import)
                {
                    yield return import;
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }
    }

    /// <summary>Says of every action whether it is allowed now, or refused and why; of an import that the caller may not see, as of one that does not exist.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<IReadOnlyList<ActionStatus>> ExplainAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        return WebinarImportMachine.Explain(found.Value, new CommandContext(origin.Actor, default, origin.CorrelationId));
    }

    /// <summary>Follows an import, whichever host runs it: gives it as it stands, and again after each change, until it is over, or waits for people.</summary>
    /// <param name="import">The import; of one that the caller may not see nothing is given.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Ends the enumeration, not the import.</param>
    /// <remarks>Changes that follow each other quickly may be given as one.</remarks>
    public async IAsyncEnumerable<WebinarImport> WatchAsync(string import, CommandOrigin origin, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = WebinarImportMachine.StreamOf(import);
        var position = await _store.LastPositionAsync(cancellationToken).ConfigureAwait(false);
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } first)
        {
            yield break;
        }

        yield return first;
        if (IsAtRest(first))
        {
            yield break;
        }

        await foreach (var change in _store.WatchAsync(position, cancellationToken).ConfigureAwait(false))
        {
            if (change.Stream != stream || (await GetAsync(import, origin, cancellationToken).ConfigureAwait(false)).Value is not { } now)
            {
                continue;
            }

            yield return now;
            if (IsAtRest(now))
            {
                yield break;
            }
        }
    }

    /// <summary>Reads what became of the rows of an import, in their order, those alone that are over with.</summary>
    /// <param name="import">The import; of one that the caller may not see nothing is given.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <remarks>Streams: one chunk is held at a time.</remarks>
    public async IAsyncEnumerable<ImportRowResult> ReadRowsAsync(
        string import, CommandOrigin origin, ImportRowFilter filter = ImportRowFilter.All, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if ((await GetAsync(import, origin, cancellationToken).ConfigureAwait(false)).Value is null)
        {
            yield break;
        }

        await foreach (var chunk in Ledger.ReadChunksAsync(import, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!ImportChunks.HasResults(chunk.Content.Span))
            {
                continue;
            }

            foreach (var row in ImportChunks.ReadResults(chunk.Content))
            {
                if (filter switch { ImportRowFilter.Undone => row.IsUndone, ImportRowFilter.Repeated => row.Outcome == ImportOutcome.Repeated, _ => true })
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Writes a report as CSV (WBN-11): a line for each reason of a row, with the system's own codes, and one for each row without any.</summary>
    /// <param name="import">The import; of one that the caller may not see the header alone is written.</param>
    /// <param name="output">Receives UTF-8 without byte order mark; stays open.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="culture">The language of the reasons that the import itself gives; the system's messages stay as they are.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// The columns are <c>row, participant, kind, outcome, record, part, code, message, fields, mayPass</c>. Texts that a spreadsheet would take for a formula have an apostrophe in front.
    /// </remarks>
    public Task WriteReportAsync(
        string import, Stream output, CommandOrigin origin, CultureInfo culture, ImportRowFilter filter = ImportRowFilter.Undone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(culture);
        return new ImportReport(_texts, culture).WriteAsync(ReadRowsAsync(import, origin, filter, cancellationToken), output, cancellationToken);
    }

    private static bool IsAtRest(WebinarImport import) => import.IsOver || import.Status is ImportStatus.Stopped or ImportStatus.Drifted;
}
