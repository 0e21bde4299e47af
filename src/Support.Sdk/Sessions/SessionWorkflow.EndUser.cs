using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

// What end users do. The host must have made sure that it is the end user of that very session: by EnterAsync, and a ticket of its own from then on.
public sealed partial class SessionWorkflow
{
    /// <summary>The <see cref="Actor.Id"/> under which all that end users do stands in the history; no technician may have it.</summary>
    public const string EndUserId = "end-user";

    private const int MaxSecretLength = 128;

    private static readonly CommandOrigin EndUser = new(new Actor(EndUserId, roles: [SessionPermissions.EndUserRole]));

    /// <summary>Finds the session to which a PIN or a link leads (SES-04). The host has to limit wrong guesses per caller (SES-17).</summary>
    /// <param name="entry">The PIN or the link.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The live session; or <c>sessions.invalid</c>, alike and after the same work whether it never led anywhere, leads nowhere any more, or could lead nowhere.
    /// </returns>
    public async ValueTask<Outcome<EndUserSession>> EnterAsync(EndUserEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (index, given) = entry switch
        {
            EndUserEntry.Pin pin => (SupportSessionMachine.PinIndex, string.Concat((pin.Value ?? "").Where(c => !char.IsWhiteSpace(c)))),
            EndUserEntry.Link link => (SupportSessionMachine.LinkIndex, link.Token ?? ""),
            _ => throw new ArgumentException("An entry is a PIN or a link.", nameof(entry)),
        };

        // What can be no secret is looked up all the same, as one that nobody has.
        var secret = given.Length is > 0 and <= MaxSecretLength && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? given : "-";
        var records = await _store.FindAsync(new(index, secret), default, 1, cancellationToken).ConfigureAwait(false);
        if (records is not [var record])
        {
            return SessionRefusals.Invalid.Refuse();
        }

        var view = await PresentAsync(record, cancellationToken).ConfigureAwait(false);
        var held = entry is EndUserEntry.Pin ? view.State?.Secrets?.Pin : view.State?.Secrets?.LinkToken;
        return held is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(held), Encoding.UTF8.GetBytes(secret))
            ? EndUserSession.Of(record.Id.Key, view.State!, view.Version)
            : SessionRefusals.Invalid.Refuse();
    }

    /// <summary>Reads the session as it stands now, for its end user.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, also one that has expired or was closed: its status says so. <c>sessions.invalid</c> for one that was deleted or never was.</returns>
    public async ValueTask<Outcome<EndUserSession>> GetForEndUserAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        if (!TryStreamOf(sessionId, out var stream))
        {
            return SessionRefusals.Invalid.Refuse();
        }

        return ForEndUser(sessionId, await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Launches the support application, for the first time or again (SES-04): the session is active then, and bound to the computer.</summary>
    /// <inheritdoc cref="LoseDeviceAsync" />
    public ValueTask<Outcome<EndUserSession>> LaunchAsync(string sessionId, string deviceId, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteForEndUserAsync(sessionId, new SessionCommand.Launch(Device(deviceId)), options, cancellationToken);

    /// <summary>Grants a technician's request to connect (SES-05).</summary>
    /// <inheritdoc cref="RejectAsync" />
    public ValueTask<Outcome<EndUserSession>> GrantAsync(
        string sessionId, string requestId, string deviceId, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        return ExecuteForEndUserAsync(sessionId, new SessionCommand.Grant(requestId, Device(deviceId)), options, cancellationToken);
    }

    /// <summary>Rejects a technician's request to connect (SES-05); he may ask again.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="requestId">The request that is answered; an answer to any other comes too late.</param>
    /// <param name="deviceId">The computer on which it is answered.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="deviceId"/> is empty, white space or longer than 200 characters.</exception>
    public ValueTask<Outcome<EndUserSession>> RejectAsync(
        string sessionId, string requestId, string deviceId, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        return ExecuteForEndUserAsync(sessionId, new SessionCommand.Reject(requestId, Device(deviceId)), options, cancellationToken);
    }

    /// <summary>Ends the connection of all technicians and takes the permission back; also after the session has expired.</summary>
    /// <inheritdoc cref="LoseDeviceAsync" />
    public ValueTask<Outcome<EndUserSession>> StopConnectionAsync(string sessionId, string deviceId, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteForEndUserAsync(sessionId, new SessionCommand.StopConnection(Device(deviceId)), options, cancellationToken);

    /// <summary>Tells that the computer is gone: the support application was quit, or its connection lost.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="deviceId">The computer, as its support application names it: up to 200 characters.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="deviceId"/> is empty, white space or longer than 200 characters.</exception>
    public ValueTask<Outcome<EndUserSession>> LoseDeviceAsync(string sessionId, string deviceId, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteForEndUserAsync(sessionId, new SessionCommand.LoseDevice(Device(deviceId)), options, cancellationToken);

    private async ValueTask<Outcome<EndUserSession>> ExecuteForEndUserAsync(string sessionId, SessionCommand command, CommandOptions options, CancellationToken cancellationToken)
    {
        if (!TryStreamOf(sessionId, out var stream))
        {
            return SessionRefusals.Invalid.Refuse();
        }

        var outcome = await _runner.ExecuteAsync(stream, command, EndUser, options, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal is not { } refusal)
        {
            return ForEndUser(sessionId, outcome.Value);
        }

        // A version or a key must not tell a session that was deleted from one that never was.
        var now = ForEndUser(sessionId, await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false));
        return now.Refusal ?? refusal;
    }

    private static Outcome<EndUserSession> ForEndUser(string sessionId, MachineView<SupportSession> view) =>
        view.State is { IsDeleted: false } session ? EndUserSession.Of(sessionId, session, view.Version) : SessionRefusals.Invalid.Refuse();

    private static string Device(string deviceId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deviceId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(deviceId.Length, MaxIdLength, nameof(deviceId));
        return deviceId;
    }
}
