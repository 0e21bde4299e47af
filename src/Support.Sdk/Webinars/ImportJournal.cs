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

    /// <summary>Whether this run has brought a chunk to its end. Less is no progress: a system that fails each time would be called without pause, for ever.</summary>
    public bool HasProgress { get; private set; }

    /// <summary>Tells something.</summary>
    /// <returns><see langword="false"/> when the import is being cancelled, and this must not happen any more.</returns>
    public async ValueTask<bool> TellAsync(WebinarImportCommand command, CancellationToken cancellationToken)
    {
        var origin = CommandOrigin.System with { CorrelationId = correlationId };
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        Outcome<MachineView<WebinarImport>> outcome;
        try
        {
            outcome = await runner.ExecuteAsync(
                WebinarImportMachine.StreamOf(import), command, origin, new CommandOptions { Effects = EffectExecution.Background }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }

        if (outcome.IsAccepted)
        {
            HasProgress |= command is WebinarImportCommand.SettleChunk;
            return true;
        }

        return outcome.Refusal.Definition == WebinarImportRefusals.BeingCancelled ? false
            : outcome.Refusal.Definition == KernelRefusals.Conflict ? throw new InvalidOperationException($"The import {import} keeps changing: {outcome.Refusal}.")
            : throw new RunSupersededException(outcome.Refusal.ToString());
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();
}
