using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>Attended support sessions: what a host application calls. One method per action of technicians and end users.</summary>
/// <remarks>
/// <para>Thread-safe. Any number of hosts may work on one store.</para>
/// <para>
/// Technicians come as the host knows them; the workflow adds the permissions that their memberships give them in the channel concerned, and takes none away. Ids that cannot be
/// those of a session or a channel are answered as those of none that exists.
/// </para>
/// </remarks>
public sealed partial class SessionWorkflow
{
    private readonly IMachineStore _store;
    private readonly MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect> _runner;
    private readonly SessionChannels _channels;
    private readonly IAttendedAccessSource _attended;
    private readonly ISessionSecrets _secrets;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _timeProvider;
    private readonly SessionOptions _options;

    internal SessionWorkflow(
        IMachineStore store,
        MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect> runner,
        SessionChannels channels,
        IAttendedAccessSource attended,
        ISessionSecrets secrets,
        IIdGenerator ids,
        TimeProvider timeProvider,
        IOptions<SupportSdkOptions> options)
    {
        _store = store;
        _runner = runner;
        _channels = channels;
        _attended = attended;
        _secrets = secrets;
        _ids = ids;
        _timeProvider = timeProvider;
        _options = options.Value.Sessions;
    }

    /// <summary>Makes a session in a channel (SES-03): it waits for its end user, and its maker is assigned to it.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="sessionId">
    /// The session's id, never used before: up to 200 characters without control characters. When left out, it is made; with <see cref="CommandOptions.Key"/> from the key, so that a
    /// repeat finds its session.
    /// </param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The session; the one that is there already when the same technician made it in the same channel under the same id. Or the refusal: <c>channels.not-found</c>, something missing
    /// (SES-01), no access, a full channel, <c>sessions.no-free-pin</c>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="sessionId"/> is malformed.</exception>
    public async ValueTask<Outcome<SessionView>> CreateAsync(
        string channel,
        CommandOrigin origin,
        string? sessionId = null,
        CommandOptions options = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (sessionId is not null && !TryStreamOf(sessionId, out _))
        {
            throw new ArgumentException($"A session's id has 1 to {MaxIdLength} characters, and no control characters. Leave it out to have one made.", nameof(sessionId));
        }

        var id = sessionId ?? (options.Key is { } key ? IdOf(key, origin.Actor) : _ids.NewId());
        if (await _channels.FindVisibleAsync(channel, origin.Actor, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return (SessionPermissions.IsEndUser(origin.Actor) ? ChannelRefusals.TechnicianOnly : ChannelRefusals.NotFound).Refuse();
        }

        var maker = origin with { Actor = SessionChannels.Empower(origin.Actor, found) };
        if (sessionId is not null && options.Key is null && await FindRepeatedAsync(id, channel, maker, cancellationToken).ConfigureAwait(false) is { } repeated)
        {
            return repeated;
        }

        var attended = await _attended.GetAsync(maker.Actor, cancellationToken).ConfigureAwait(false);
        var hasRoom = await HasRoomAsync(found, cancellationToken).ConfigureAwait(false);
        var stream = SupportSessionMachine.StreamOf(id);
        for (var draw = 0; draw < _options.MaxSecretDraws; draw++)
        {
            var command = new SessionCommand.Create(found.ToSessionChannel(), _secrets.Create(), attended, hasRoom);
            var outcome = await _runner.ExecuteAsync(stream, command, maker, options, cancellationToken).ConfigureAwait(false);
            if (outcome.IsAccepted)
            {
                return View(id, outcome.Value, maker);
            }

            if (outcome.Refusal.Definition == SessionRefusals.IdTaken)
            {
                return await FindRepeatedAsync(id, channel, maker, cancellationToken).ConfigureAwait(false) ?? Outcome.Refused<SessionView>(outcome.Refusal);
            }

            // The refusal names what is taken, which is another session's secret: it goes no further.
            if (outcome.Refusal.Definition != KernelRefusals.ClaimTaken)
            {
                return await ConcealAsync(outcome.Refusal, stream, maker, cancellationToken).ConfigureAwait(false) is null ? outcome.Refusal : SessionRefusals.IdTaken.Refuse();
            }
        }

        return SessionRefusals.NoFreePin.Refuse();
    }

    /// <summary>Gives a command of a technician; the methods named after the actions are more convenient.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="command">What is asked for; neither of those that bring facts along, <see cref="SessionCommand.Create"/> and <see cref="SessionCommand.TransferToChannel"/>.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands after the command, or the refusal.</returns>
    /// <exception cref="ArgumentException">The command brings facts along that the workflow has to gather.</exception>
    public async ValueTask<Outcome<SessionView>> ExecuteAsync(
        string sessionId,
        SessionCommand command,
        CommandOrigin origin,
        CommandOptions options = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (command is SessionCommand.Create or SessionCommand.TransferToChannel)
        {
            throw new ArgumentException($"{command.GetType().Name} brings facts along that the workflow gathers itself. Use {command.GetType().Name}Async.", nameof(command));
        }

        if (!TryStreamOf(sessionId, out var stream))
        {
            return SessionRefusals.NotFound.Refuse();
        }

        var view = await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        var technician = view.State is { } session ? await _channels.EmpowerAsync(origin, session.Channel.Id, cancellationToken).ConfigureAwait(false) : origin;
        return await RunAsync(sessionId, stream, command, technician, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the PIN and the link's token of a live session (SES-09), to show and to send.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The secrets, or the refusal: both are dead once the session is over (SES-17).</returns>
    public async ValueTask<Outcome<SessionSecrets>> ShareAsync(string sessionId, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (!TryStreamOf(sessionId, out var stream))
        {
            return SessionRefusals.NotFound.Refuse();
        }

        while (true)
        {
            var view = await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            var technician = view.State is { } session ? await _channels.EmpowerAsync(origin, session.Channel.Id, cancellationToken).ConfigureAwait(false) : origin;
            var outcome = await _runner.ExecuteAsync(stream, new SessionCommand.Share(), technician, cancellationToken).ConfigureAwait(false);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }

            if (outcome.Value.State!.Secrets is { } secrets)
            {
                return secrets;
            }

            // It ended this very moment: asked again, the machine says how.
        }
    }

    private const int MaxIdLength = 200;

    private static bool TryStreamOf(string sessionId, out StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        var isPossible = sessionId.Length <= MaxIdLength && !string.IsNullOrWhiteSpace(sessionId) && !sessionId.Any(char.IsControl);
        stream = isPossible ? SupportSessionMachine.StreamOf(sessionId) : default;
        return isPossible;
    }

    private static string IdOf(CommandKey key, Actor actor) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{actor.Id.Length}/{actor.Id}/{key.Value}"))).AsSpan(0, 16));

    private async ValueTask<Outcome<SessionView>> RunAsync(
        string sessionId, StreamId stream, SessionCommand command, CommandOrigin technician, CommandOptions options, CancellationToken cancellationToken)
    {
        var outcome = await _runner.ExecuteAsync(stream, command, technician, options, cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal
            ? await ConcealAsync(refusal, stream, technician, cancellationToken).ConfigureAwait(false) ?? refusal
            : View(sessionId, outcome.Value, technician);
    }

    /// <summary>
    /// Versions and keys are checked before the machine looks at who asks: who may not see the session is to learn neither that it exists nor its version. A repeat under its key that
    /// took place before is accepted all the same.
    /// </summary>
    private async ValueTask<Refusal?> ConcealAsync(Refusal refusal, StreamId stream, CommandOrigin technician, CancellationToken cancellationToken)
    {
        if (refusal.Definition != KernelRefusals.VersionChanged && refusal.Definition != KernelRefusals.KeyReused)
        {
            return null;
        }

        var view = await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return SupportSessionMachine.ViewGuard(view.State, technician.Actor);
    }

    private async ValueTask<bool> HasRoomAsync(SupportChannel channel, CancellationToken cancellationToken)
    {
        var live = await _store.CountAsync(new(SupportSessionMachine.LiveIndex, channel.Id), channel.Settings.Capacity, cancellationToken).ConfigureAwait(false);
        return channel.HasRoom(live);
    }

    // The session under an id that this technician made in this channel: asked for again, it is the answer.
    private async ValueTask<Outcome<SessionView>?> FindRepeatedAsync(string id, string channel, CommandOrigin maker, CancellationToken cancellationToken)
    {
        var stream = SupportSessionMachine.StreamOf(id);
        var view = await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (view.State is not { IsDeleted: false } session || session.CreatedBy != maker.Actor.Id)
        {
            return null;
        }

        await foreach (var entry in _runner.ReadHistoryAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Event is SessionEvent.Created { Channel: var made } && made.Id == channel)
            {
                return await ShowAsync(id, view, maker, cancellationToken).ConfigureAwait(false);
            }

            break;
        }

        return null;
    }

    private async ValueTask<Outcome<SessionView>> ShowAsync(string id, MachineView<SupportSession> view, CommandOrigin origin, CancellationToken cancellationToken)
    {
        var technician = view.State is { } session ? await _channels.EmpowerAsync(origin, session.Channel.Id, cancellationToken).ConfigureAwait(false) : origin;
        return SupportSessionMachine.ViewGuard(view.State, technician.Actor) is { } refusal ? refusal : View(id, view, technician);
    }

    private SessionView View(string id, MachineView<SupportSession> view, CommandOrigin technician) => new(
        id,
        view.State! with { Secrets = null },
        view.Version,
        SupportSessionMachine.Explain(view.State, new CommandContext(technician.Actor, _timeProvider.GetUtcNow(), technician.CorrelationId)));
}
