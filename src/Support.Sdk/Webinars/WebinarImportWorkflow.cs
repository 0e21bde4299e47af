using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Support.Sdk.Ids;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Texts;
using Runner = Support.Sdk.Running.MachineRunner<
    Support.Sdk.Webinars.WebinarImportMachine,
    Support.Sdk.Webinars.WebinarImport,
    Support.Sdk.Webinars.WebinarImportCommand,
    Support.Sdk.Webinars.WebinarImportEvent,
    Support.Sdk.Webinars.WebinarImportEffect>;

namespace Support.Sdk.Webinars;

/// <summary>The import of webinars' participants: what a host application calls (WBN-01, WBN-05, WBN-06, WBN-10 to WBN-12).</summary>
/// <remarks>
/// Thread-safe. Whoever imports needs <see cref="ImportAccess.ImportAdmin"/>, and the import has to be switched on for them (WBN-08); <see cref="CommandOrigin.System"/> may. An import that they may not see does not
/// exist: <c>webinars.import-not-found</c>. Faults of the systems are thrown as exceptions that implement <see cref="Failures.IVendorFailure"/> where the caller waits for their answer; those of a running import
/// are told by its state.
/// </remarks>
public sealed class WebinarImportWorkflow
{
    private const int PageSize = 100;

    private readonly Runner _runner;
    private readonly IMachineStore _store;
    private readonly WebinarSetupWorkflow _setup;
    private readonly IServiceProvider _services;
    private readonly IIdGenerator _ids;
    private readonly TextCatalog _texts;
    private readonly WebinarImportOptions _options;

    internal WebinarImportWorkflow(
        Runner runner,
        IMachineStore store,
        WebinarSetupWorkflow setup,
        IServiceProvider services,
        IIdGenerator ids,
        TextCatalog texts,
        IOptions<SupportSdkOptions> options)
    {
        _runner = runner;
        _store = store;
        _setup = setup;
        _services = services;
        _ids = ids;
        _texts = texts;
        _options = options.Value.Webinars;
    }

    /// <summary>Plans an import without writing anything into the system (WBN-10).</summary>
    /// <param name="request">What is to be imported.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="keep">Whether the plan is kept, so that an import can be bound to it (<see cref="WebinarImportRequest.Plan"/>): digests of the rows, no values.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The dry run, to be read; or the refusal.</returns>
    public async ValueTask<Outcome<ImportPreview>> PreviewAsync(
        WebinarImportRequest request, CommandOrigin origin, bool keep = false, CancellationToken cancellationToken = default)
    {
        var prepared = await PrepareAsync(request, origin, retryOf: null, cancellationToken).ConfigureAwait(false);
        if (prepared.Refusal is { } refusal)
        {
            return refusal;
        }

        var (order, plan) = prepared.Value;
        var ports = new ImportPorts(_services, order.Source, order.Target);
        var planner = new ImportPlanner(plan, order.WebinarId, new LedgerLookup(ports.Lookup, Ledger, order));
        return new ImportPreview(
            _ids.NewId(), plan, planner, new ImportPlanning(new ParticipantReader(ports.Source, plan, order), planner, _options.LookupRows), keep ? Ledger : null);
    }

    /// <summary>Starts an import.</summary>
    /// <param name="request">What is to be imported.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="execution">
    /// Whether a worker runs the import and the caller waits for its start only; or whether the caller runs it and waits for its end. Either way it goes on, on any host, when this one dies; an inline one that is
    /// cancelled, too.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The import as it stands; or the refusal. <c>support.claim-taken</c> says that another import of this webinar into this object is not over.
    /// </returns>
    public async ValueTask<Outcome<WebinarImport>> StartAsync(
        WebinarImportRequest request, CommandOrigin origin, EffectExecution execution = EffectExecution.Background, CancellationToken cancellationToken = default)
    {
        var prepared = await PrepareAsync(request, origin, retryOf: null, cancellationToken).ConfigureAwait(false);
        return prepared.Refusal is { } refusal ? refusal : await StartAsync(prepared.Value.Order, origin, execution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs those rows of an import again, as a new import, that left something undone, and those alone.</summary>
    /// <param name="import">The import, which is over.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="mapping">The corrected mapping, into the same object; <see langword="null"/> for the one that the import had.</param>
    /// <param name="execution">Who runs it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new import; or the refusal.</returns>
    /// <remarks>The participants are read anew: what was corrected at the provider counts. Rows keep their numbers as long as nobody comes or goes.</remarks>
    /// <exception cref="ArgumentException"><paramref name="mapping"/> is for another object.</exception>
    public async ValueTask<Outcome<WebinarImport>> RetryUndoneAsync(
        string import, CommandOrigin origin, WebinarMapping? mapping = null, EffectExecution execution = EffectExecution.Background, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } former)
        {
            return found;
        }

        if (mapping is not null && !string.Equals(mapping.Object, former.Order.Mapping.Object, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The mapping is for {mapping.Object}, but the import was into {former.Order.Mapping.Object}; start an import of its own.", nameof(mapping));
        }

        if (!former.IsOver || former.Counts.Undone == 0)
        {
            return former.IsOver ? WebinarImportRefusals.NothingUndone.Refuse() : WebinarImportRefusals.NotOver.Refuse();
        }

        var request = new WebinarImportRequest(former.Order.WebinarId, mapping ?? former.Order.Mapping)
        {
            Kinds = former.Order.Kinds,
            Source = former.Order.Source,
            SourceAccount = former.Order.SourceAccount,
            Target = former.Order.Target,
            TargetAccount = former.Order.TargetAccount,
            CampaignId = former.Order.Campaign?.CampaignId,
            CampaignStatus = former.Order.Campaign?.Status,
        };
        var prepared = await PrepareAsync(request, origin, former.Id, cancellationToken).ConfigureAwait(false);
        return prepared.Refusal is { } refusal ? refusal : await StartAsync(prepared.Value.Order, origin, execution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Accepts what has changed since the confirmed plan; the import goes on with what is there now.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="execution">Who runs it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands; or the refusal.</returns>
    public ValueTask<Outcome<WebinarImport>> AcceptDriftAsync(
        string import, CommandOrigin origin, EffectExecution execution = EffectExecution.Background, CancellationToken cancellationToken = default) =>
        ExecuteAsync(import, new WebinarImportCommand.AcceptDrift(), origin, execution, cancellationToken);

    /// <summary>Has no more rows written. Those that are being written are brought to their end, and stay.</summary>
    /// <param name="import">The import; one that is cancelled already is no hindrance.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands; or the refusal.</returns>
    public ValueTask<Outcome<WebinarImport>> CancelAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(import, new WebinarImportCommand.Cancel(), origin, EffectExecution.Background, cancellationToken);

    /// <summary>Has a stopped import go on where it stopped.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="execution">Who runs it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands; or the refusal.</returns>
    public ValueTask<Outcome<WebinarImport>> ResumeAsync(
        string import, CommandOrigin origin, EffectExecution execution = EffectExecution.Background, CancellationToken cancellationToken = default) =>
        ExecuteAsync(import, new WebinarImportCommand.Resume(), origin, execution, cancellationToken);

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

    /// <summary>Forgets the rows of an import that is over: its reports are empty afterwards, and its undone rows cannot be run again. What was imported for which webinar stays known.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import; or the refusal.</returns>
    public async ValueTask<Outcome<WebinarImport>> ForgetRowsAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } state)
        {
            return found;
        }

        if (!state.IsOver)
        {
            return WebinarImportRefusals.NotOver.Refuse();
        }

        _ = await Ledger.RemoveChunksAsync(import, cancellationToken).ConfigureAwait(false);
        return state;
    }

    private IImportLedger Ledger => ImportPorts.LedgerOf(_services);

    private static bool IsAtRest(WebinarImport import) => import.IsOver || import.Status is ImportStatus.Stopped or ImportStatus.Drifted;

    private async ValueTask<Outcome<WebinarImport>> StartAsync(ImportOrder order, CommandOrigin origin, EffectExecution execution, CancellationToken cancellationToken)
    {
        var id = _ids.NewId();
        var started = await _runner.ExecuteAsync(
            WebinarImportMachine.StreamOf(id), new WebinarImportCommand.Start(id, order), origin, new CommandOptions { Effects = execution }, cancellationToken).ConfigureAwait(false);
        return started.Select(static view => view.State!);
    }

    private async ValueTask<Outcome<WebinarImport>> ExecuteAsync(
        string import, WebinarImportCommand command, CommandOrigin origin, EffectExecution execution, CancellationToken cancellationToken)
    {
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        if (!found.IsAccepted)
        {
            return found;
        }

        var outcome = await _runner.ExecuteAsync(
            WebinarImportMachine.StreamOf(import), command, origin, new CommandOptions { Effects = execution }, cancellationToken).ConfigureAwait(false);
        return outcome.Select(static view => view.State!);
    }

    private async ValueTask<Refusal?> RefuseAsync(string target, string account, CommandOrigin origin, CancellationToken cancellationToken) =>
        origin.Actor == Actor.System ? null : (await _setup.ReadAsync(target, account, cancellationToken).ConfigureAwait(false)).Access.RefuseImport(origin.Actor);

    // Everything that can be told before anything is planned or written.
    private async ValueTask<Outcome<(ImportOrder Order, MappingPlan Plan)>> PrepareAsync(
        WebinarImportRequest request, CommandOrigin origin, string? retryOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(origin.Actor, nameof(origin));
        ArgumentException.ThrowIfNullOrWhiteSpace(request.WebinarId, nameof(request));
        if (request.Kinds.IsDefaultOrEmpty || request.Kinds.Distinct().Count() != request.Kinds.Length || !request.Kinds.All(Enum.IsDefined))
        {
            throw new ArgumentException("Kinds is empty or names a kind twice, or one that there is not; name each kind of participants once.", nameof(request));
        }

        if (await RefuseAsync(request.Target, request.TargetAccount, origin, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        var ports = new ImportPorts(_services, request.Source, request.Target);
        var preparation = new ImportPreparation(ports);
        if (await ports.Source.FindAsync(request.SourceAccount, request.WebinarId, cancellationToken).ConfigureAwait(false) is null)
        {
            return WebinarImportRefusals.WebinarNotFound.Refuse(request.WebinarId);
        }

        var campaign = await preparation.FindCampaignAsync(request, _options.PackageVersion, cancellationToken).ConfigureAwait(false);
        if (!campaign.IsAccepted)
        {
            return campaign.Refusal;
        }

        var order = new ImportOrder
        {
            WebinarId = request.WebinarId,
            Mapping = request.Mapping,
            Kinds = request.Kinds,
            Source = request.Source,
            SourceAccount = request.SourceAccount,
            Target = request.Target,
            TargetAccount = request.TargetAccount,
            Campaign = campaign.Value,
            Plan = request.Plan,
            RetryOf = retryOf,
            ChunkRows = _options.ChunkRows,
            BulkThreshold = _options.BulkThreshold,
        };
        var plan = await preparation.CompileAsync(order, cancellationToken).ConfigureAwait(false);
        var unfit = plan.Refusal ?? await RefusePlanAsync(order, plan.Value!, cancellationToken).ConfigureAwait(false);
        return unfit is null ? (order, plan.Value!) : unfit;
    }

    private async ValueTask<Refusal?> RefusePlanAsync(ImportOrder order, MappingPlan plan, CancellationToken cancellationToken)
    {
        if (order.Plan is not { } id)
        {
            return null;
        }

        var first = await Ledger.ReadChunksAsync(id, cancellationToken: cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (first is null || !ImportChunks.HasStamps(first.Content.Span))
        {
            return WebinarImportRefusals.PlanNotFound.Refuse(id);
        }

        _ = ImportChunks.ReadStamps(first.Content.Span, out var mapping);
        using var planner = new ImportPlanner(plan, order.WebinarId, NoRecords.Instance);
        return planner.Summary.Fingerprint.Mapping == mapping ? null : WebinarImportRefusals.PlanOfAnother.Refuse(id);
    }

    /// <summary>For a planner that plans nothing.</summary>
    private sealed class NoRecords : IRecordLookup
    {
        public static NoRecords Instance { get; } = new();

        public IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExistingRecord>();
    }
}
