using System.Buffers;
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
public sealed partial class WebinarImportWorkflow
{
    private static readonly RecordError Abandoned = new("IMPORT_ABANDONED", "The import was given up while the record was being written; whether it was is not known.", [], MayPass: false);

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
    /// The import as it stands; or the refusal. <c>webinars.import-unfinished</c> names another import into this object that is not over, from whatever webinar: two at a time could make two records of
    /// one person.
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
    /// <returns>
    /// The new import; or the refusal: <c>webinars.import-nothing-undone</c> when every row is done, <c>webinars.import-rows-forgotten</c> after <see cref="ForgetRowsAsync"/>.
    /// </returns>
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

        // Rows that left something undone were kept: where no chunk is, they were forgotten.
        if (!await Ledger.ReadChunksAsync(import, cancellationToken: cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return WebinarImportRefusals.RowsForgotten.Refuse();
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
    public async ValueTask<Outcome<WebinarImport>> CancelAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var outcome = await ExecuteAsync(import, new WebinarImportCommand.Cancel(), origin, EffectExecution.Background, cancellationToken).ConfigureAwait(false);
        if (outcome.Value is { IsOver: true } state)
        {
            // Rows that were kept, of which the machine was never told.
            await Ledger.FenceAsync(state.Id, state.Attempt + 1, cancellationToken).ConfigureAwait(false);
            _ = await Ledger.RemoveChunksAsync(state.Id, state.LastChunk, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>
    /// Gives up a stopped import that cannot be cancelled, because what it has begun cannot be brought to its end: the consent is gone, say, or a field. Rows that were being written are reported as failed
    /// with <c>IMPORT_ABANDONED</c>: nobody knows whether the system has them.
    /// </summary>
    /// <param name="import">The import; one that was given up before is no hindrance.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands; or the refusal.</returns>
    public async ValueTask<Outcome<WebinarImport>> AbandonAsync(string import, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(import, origin, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } state)
        {
            return found;
        }

        var counts = new ImportCounts();
        await foreach (var chunk in Ledger.ReadChunksAsync(import, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // Of an open chunk the results may be kept already, of which the machine was not told.
            counts = state.OpenChunks.Any(open => open.Number == chunk.Number) ? counts.Add(ImportCounts.Of(ResultsOf(chunk))) : counts;
        }

        // Counted for the import as it was: whoever has gone on with it since keeps it.
        var outcome = await ExecuteAsync(import, new WebinarImportCommand.Abandon(counts) { Attempt = state.Attempt }, origin, EffectExecution.Background, cancellationToken).ConfigureAwait(false);
        if (outcome.Value is not { } abandoned)
        {
            return outcome;
        }

        await Ledger.FenceAsync(import, abandoned.Attempt + 1, cancellationToken).ConfigureAwait(false);
        _ = await Ledger.RemoveChunksAsync(import, abandoned.LastChunk, cancellationToken).ConfigureAwait(false);
        await foreach (var chunk in Ledger.ReadChunksAsync(import, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ImportChunks.HasPrepared(chunk.Content.Span))
            {
                var content = new ArrayBufferWriter<byte>();
                ImportChunks.WriteResults([.. ResultsOf(chunk)], content);
                _ = await Ledger.WriteAsync(chunk with { Content = content.WrittenMemory, Attempt = abandoned.Attempt + 1 }, [], cancellationToken).ConfigureAwait(false);
            }
        }

        return abandoned;

        static IEnumerable<ImportRowResult> ResultsOf(ImportChunk chunk) =>
            ImportChunks.HasPrepared(chunk.Content.Span) ? ImportChunks.ReadAbandoned(chunk.Content.Span, Abandoned) : ImportChunks.ReadResults(chunk.Content);
    }

    /// <summary>Has a stopped import go on where it stopped.</summary>
    /// <param name="import">The import.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="execution">Who runs it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import as it stands; or the refusal.</returns>
    public ValueTask<Outcome<WebinarImport>> ResumeAsync(
        string import, CommandOrigin origin, EffectExecution execution = EffectExecution.Background, CancellationToken cancellationToken = default) =>
        ExecuteAsync(import, new WebinarImportCommand.Resume(), origin, execution, cancellationToken);

    /// <summary>Forgets the rows of an import that is over: its reports are empty afterwards, and its undone rows cannot be run again; a new import that runs them, and is not over, stops. What was imported for which webinar stays known.</summary>
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

        _ = await Ledger.RemoveChunksAsync(import, cancellationToken: cancellationToken).ConfigureAwait(false);
        return state;
    }

    private IImportLedger Ledger => ImportPorts.LedgerOf(_services);

    private async ValueTask<Outcome<WebinarImport>> StartAsync(ImportOrder order, CommandOrigin origin, EffectExecution execution, CancellationToken cancellationToken)
    {
        var id = _ids.NewId();
        var started = await _runner.ExecuteAsync(
            WebinarImportMachine.StreamOf(id), new WebinarImportCommand.Start(id, order), origin, new CommandOptions { Effects = execution }, cancellationToken).ConfigureAwait(false);
        return started.Refusal is { } refusal && refusal.Definition == KernelRefusals.ClaimTaken
            && await FindUnfinishedAsync(refusal.Values[0].ToString(), origin, cancellationToken).ConfigureAwait(false) is { } unfinished
            ? WebinarImportRefusals.Unfinished.Refuse(unfinished)
            : started.Select(static view => view.State!);
    }

    private async ValueTask<string?> FindUnfinishedAsync(string claim, CommandOrigin origin, CancellationToken cancellationToken)
    {
        await foreach (var import in ListAsync(origin, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (WebinarImportMachine.Claims(import).Contains(claim))
            {
                return import.Id;
            }
        }

        return null;
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
        if (plan.Value is { } compiled && compiled.Target.Name != order.Mapping.Object)
        {
            // However the document spells the object: what was imported is found by its name.
            order = order with { Mapping = order.Mapping with { Object = compiled.Target.Name } };
            plan = await preparation.CompileAsync(order, cancellationToken).ConfigureAwait(false);
        }

        var unfit = plan.Refusal
            ?? await RefuseKeyAsync(order, cancellationToken).ConfigureAwait(false)
            ?? await RefusePlanAsync(order, plan.Value!, cancellationToken).ConfigureAwait(false);
        return unfit is null ? (order, plan.Value!) : unfit;
    }

    // A key is changed where its consequences are forecast and confirmed, not by the way.
    private async ValueTask<Refusal?> RefuseKeyAsync(ImportOrder order, CancellationToken cancellationToken)
    {
        var setup = await _setup.ReadAsync(order.Target, order.TargetAccount, cancellationToken).ConfigureAwait(false);
        var (name, key) = (order.Mapping.Object, order.Mapping.PrimaryKey);
        return setup.FindKey(name) is { } configured && !string.Equals(configured, key, StringComparison.OrdinalIgnoreCase)
            ? WebinarImportRefusals.KeyDiffers.Refuse(name, configured, key)
            : null;
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
        return PlanFingerprint.OfMapping(plan, order.WebinarId) == mapping ? null : WebinarImportRefusals.PlanOfAnother.Refuse(id);
    }
}
