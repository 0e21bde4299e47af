using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Effects;
using Support.Sdk.Options;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;
using Support.Sdk.Work;

namespace Support.Sdk.Running;

/// <summary>Runs a machine: load, advance, decide, commit, effects.</summary>
/// <typeparam name="TMachine">The machine.</typeparam>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TCommand">Its commands.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <typeparam name="TEffect">Its effects.</typeparam>
/// <remarks>
/// Thread-safe; registered with <c>AddMachine</c>. Concurrency is optimistic: when others changed the stream meanwhile, the command is decided anew, a
/// bounded number of times. Effects are committed with the events that demand them and run at once, inline; what this process cannot finish, a worker of
/// any host takes over.
/// </remarks>
public sealed partial class MachineRunner<TMachine, TState, TCommand, TEvent, TEffect> : IMachineRunner
    where TMachine : IMachine<TState, TCommand, TEvent, TEffect>
    where TState : class
    where TCommand : class
    where TEvent : class
    where TEffect : class
{
    private readonly IMachineStore _store;
    private readonly IEffectHandler<TState, TCommand, TEffect> _handler;
    private readonly HostIdentity _host;
    private readonly WorkSignal _signal;
    private readonly TimeProvider _timeProvider;
    private readonly SupportSdkOptions _options;
    private readonly SdkTelemetry _telemetry;
    private readonly ILogger _logger;

    internal MachineRunner(
        IMachineStore store,
        IEffectHandler<TState, TCommand, TEffect> handler,
        HostIdentity host,
        WorkSignal signal,
        TimeProvider timeProvider,
        IOptions<SupportSdkOptions> options,
        SdkTelemetry telemetry,
        ILoggerFactory loggers)
    {
        _store = store;
        _handler = handler;
        _host = host;
        _signal = signal;
        _timeProvider = timeProvider;
        _options = options.Value;
        _telemetry = telemetry;
        _logger = loggers.CreateLogger($"Support.Sdk.{TMachine.Info.Name}");
    }

    /// <inheritdoc />
    string IMachineRunner.Machine => TMachine.Info.Name;

    /// <summary>Reads a stream as it stands now: what time has brought about is taken into account, though not yet committed.</summary>
    /// <remarks>The version counts what time has brought about too: it is the one at which a command given now is decided, and so good for <see cref="CommandOptions.ExpectedVersion"/>.</remarks>
    /// <exception cref="IncompatibleDataException">The stream is of another machine or of a future version, or damaged.</exception>
    public async ValueTask<MachineView<TState>> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        var (state, version) = await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (state is not null)
        {
            foreach (var happened in TMachine.Advance(state, _timeProvider.GetUtcNow()))
            {
                state = TMachine.Evolve(state, happened);
                version++;
            }
        }

        return new(state, version);
    }

    /// <summary>Decides a command, commits what it decided, and runs the effects.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="options">Whether the caller waits for the effects, at which version the stream must stand, and under which key the command takes place once.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. What was committed by then stays committed, and its effects are run by a worker.
    /// </param>
    /// <returns>
    /// The state after the command and after those effects that could be run at once; or the refusal. <c>support.conflict</c> says that others kept changing
    /// the stream, <c>support.claim-taken</c> that another stream holds what must be unique, <c>support.version-changed</c> that the stream does not stand where the caller
    /// expects it, <c>support.key-reused</c> that another command took place under the key. A command that took place under its key before is accepted without being decided:
    /// the answer is the state as it stands now, whatever version is expected.
    /// </returns>
    /// <remarks>With a key the history of the stream is read before the decision, without one never.</remarks>
    /// <exception cref="IncompatibleDataException">The stream is of another machine or of a future version, or damaged.</exception>
    public async ValueTask<Outcome<MachineView<TState>>> ExecuteAsync(
        StreamId stream,
        TCommand command,
        CommandOrigin origin,
        CommandOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(origin.Actor);
        using var activity = _telemetry.Activities.StartActivity($"{TMachine.Info.Name} {command.GetType().Name}");
        var outcome = await CommitAsync(stream, command, origin, completes: null, options, cancellationToken).ConfigureAwait(false);
        Observe(activity, command, outcome);
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        await RunInlineAsync(outcome.Effects, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides a command, commits what it decided, and runs the effects inline.</summary>
    /// <inheritdoc cref="ExecuteAsync(StreamId, TCommand, CommandOrigin, CommandOptions, CancellationToken)" />
    public ValueTask<Outcome<MachineView<TState>>> ExecuteAsync(
        StreamId stream,
        TCommand command,
        CommandOrigin origin,
        CancellationToken cancellationToken = default) => ExecuteAsync(stream, command, origin, options: default, cancellationToken);

    /// <summary>Says of every action whether it is allowed now, refused and why, or dependent on its payload.</summary>
    /// <exception cref="IncompatibleDataException">The stream is of another machine or of a future version, or damaged.</exception>
    public async ValueTask<IReadOnlyList<ActionStatus>> ExplainAsync(StreamId stream, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var view = await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return TMachine.Explain(view.State, new CommandContext(origin.Actor, _timeProvider.GetUtcNow(), origin.CorrelationId));
    }

    /// <summary>Reads the history of a stream, oldest first: who, when, what, from where to where.</summary>
    /// <exception cref="IncompatibleDataException">The stream is of another machine or of a future version, or damaged.</exception>
    public IAsyncEnumerable<HistoryEntry<TEvent>> ReadHistoryAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        ReadHistoryAsync(stream, afterVersion: 0, cancellationToken);

    /// <summary>Reads the history of a stream from some entry on, oldest first.</summary>
    /// <param name="stream">The stream; one that does not exist has no history.</param>
    /// <param name="afterVersion">Leaves out the entries up to this version; 0 for none. Take it from an entry: the version of a view may count what is not committed yet.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="IncompatibleDataException">The stream is of another machine or of a future version, or damaged.</exception>
    public async IAsyncEnumerable<HistoryEntry<TEvent>> ReadHistoryAsync(
        StreamId stream,
        long afterVersion,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var recorded in _store.ReadEventsAsync(stream, afterVersion, cancellationToken).ConfigureAwait(false))
        {
            yield return new(
                recorded.Version,
                TMachine.Format.Read(recorded.Event),
                recorded.Change,
                recorded.ActorId,
                recorded.At,
                recorded.CorrelationId);
        }
    }

    /// <inheritdoc />
    async Task IMachineRunner.AdvanceAsync(DueDeadline deadline, CancellationToken cancellationToken)
    {
        var outcome = await CommitAsync(deadline.Stream, command: null, CommandOrigin.System, completes: null, options: default, cancellationToken)
            .ConfigureAwait(false);
        if (!outcome.Committed)
        {
            // Somebody else was faster, or the machine sees no need: put the deadline where the machine now wants it.
            var (state, _) = await LoadAsync(deadline.Stream, cancellationToken).ConfigureAwait(false);
            var next = state is null ? null : TMachine.NextDeadline(state);
            await _store.RescheduleDeadlineAsync(deadline, _host.Owner, next, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Observe(Activity? activity, TCommand command, CommitOutcome outcome)
    {
        var result = outcome.Refusal is not null ? "refused" : outcome.Committed ? "accepted" : outcome.Repeated ? "repeated" : "nothing";
        _telemetry.RecordDecision(TMachine.Info.Name, command.GetType().Name, result, outcome.Refusal?.Code ?? "");
        activity?.SetTag("support.outcome", result);
        activity?.SetTag("support.refusal", outcome.Refusal?.Code);
    }
}
