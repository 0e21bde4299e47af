using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Runner = Support.Sdk.Running.MachineRunner<
    Support.Sdk.Webinars.WebinarImportMachine,
    Support.Sdk.Webinars.WebinarImport,
    Support.Sdk.Webinars.WebinarImportCommand,
    Support.Sdk.Webinars.WebinarImportEvent,
    Support.Sdk.Webinars.WebinarImportEffect>;

namespace Support.Sdk.Webinars;

/// <summary>Tells the machine how far a run has got.</summary>
internal sealed class ImportJournal(Runner runner, string import, string correlationId) : IDisposable
{
    // Chunks are written at the same time, and would only be in each other's way.
    private readonly SemaphoreSlim _gate = new(1);
    private int _attempt;

    public string Import => import;

    /// <summary>Whether this run has brought a chunk to its end. Less is no progress: a system that fails each time would be called without pause, for ever.</summary>
    public bool HasProgress { get; private set; }

    /// <summary>Begins an attempt: whatever earlier ones tell is refused from now on.</summary>
    /// <returns>The import as it stands, which nobody but this attempt and people change any more.</returns>
    /// <exception cref="RunSupersededException">The import has no run any more.</exception>
    public async ValueTask<WebinarImport> TakeOverAsync(CancellationToken cancellationToken)
    {
        var outcome = await ExecuteAsync(new WebinarImportCommand.TakeOver(), cancellationToken).ConfigureAwait(false);
        var state = outcome.IsAccepted ? outcome.Value.State! : throw Refused(outcome.Refusal);
        _attempt = state.Attempt;
        return state;
    }

    /// <summary>Makes sure that this attempt still has a say, before a call that nobody could take back.</summary>
    /// <exception cref="RunSupersededException">It has none.</exception>
    public async ValueTask EnsureCurrentAsync(CancellationToken cancellationToken)
    {
        var view = await runner.ReadAsync(WebinarImportMachine.StreamOf(import), cancellationToken).ConfigureAwait(false);
        if (view.State is not { Status: ImportStatus.Importing or ImportStatus.Cancelling } state || state.Attempt != _attempt)
        {
            throw new RunSupersededException("another attempt has begun");
        }
    }

    /// <summary>A command as this attempt tells it.</summary>
    public WebinarImportCommand Sign(WebinarImportCommand command) => command with { Attempt = _attempt };

    /// <summary>Tells something.</summary>
    /// <returns><see langword="false"/> when the import is being cancelled, and this must not happen any more.</returns>
    public async ValueTask<bool> TellAsync(WebinarImportCommand command, CancellationToken cancellationToken)
    {
        var outcome = await ExecuteAsync(Sign(command), cancellationToken).ConfigureAwait(false);
        if (outcome.IsAccepted)
        {
            HasProgress |= command is WebinarImportCommand.SettleChunk;
            return true;
        }

        return outcome.Refusal.Definition == WebinarImportRefusals.BeingCancelled ? false : throw Refused(outcome.Refusal);
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private Exception Refused(Refusal refusal) => refusal.Definition == KernelRefusals.Conflict
        ? new InvalidOperationException($"The import {import} keeps changing: {refusal}.")
        : new RunSupersededException(refusal.ToString());

    private async ValueTask<Outcome<MachineView<WebinarImport>>> ExecuteAsync(WebinarImportCommand command, CancellationToken cancellationToken)
    {
        var origin = CommandOrigin.System with { CorrelationId = correlationId };
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await runner.ExecuteAsync(
                WebinarImportMachine.StreamOf(import), command, origin, new CommandOptions { Effects = EffectExecution.Background }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
