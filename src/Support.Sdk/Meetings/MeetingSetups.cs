using Support.Sdk.Running;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

/// <summary>Sets meetings up for an account of a work item system, and reads how they are set up (MTG-02, MTG-13, MTG-15).</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MeetingSetups
{
    private readonly MachineRunner<MeetingSetupMachine, MeetingSetup, MeetingSetupCommand, MeetingSetupEvent, NoEffect> _runner;

    internal MeetingSetups(MachineRunner<MeetingSetupMachine, MeetingSetup, MeetingSetupCommand, MeetingSetupEvent, NoEffect> runner) => _runner = runner;

    /// <summary>Reads the set-up.</summary>
    /// <param name="system">The work item system, such as <c>zendesk</c>.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<MeetingSetup> ReadAsync(string system, string account, CancellationToken cancellationToken = default)
    {
        var view = await _runner.ReadAsync(MeetingSetupMachine.StreamOf(system, account), cancellationToken).ConfigureAwait(false);
        return view.State ?? MeetingSetup.None;
    }

    /// <summary>Changes the set-up.</summary>
    /// <param name="system">The work item system.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="origin">Who asks; needs the permission <see cref="MeetingSetupRefusals.ConfigurePermission"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The set-up after the change, or the refusal.</returns>
    public async ValueTask<Outcome<MeetingSetup>> ExecuteAsync(
        string system,
        string account,
        MeetingSetupCommand command,
        CommandOrigin origin,
        CancellationToken cancellationToken = default)
    {
        var outcome = await _runner.ExecuteAsync(MeetingSetupMachine.StreamOf(system, account), command, origin, cancellationToken).ConfigureAwait(false);
        return outcome.Select(view => view.State ?? MeetingSetup.None);
    }

    /// <summary>Takes every step of the set-up: install, link, enable, sign in, enable for all users. What is done already stays as it is.</summary>
    /// <param name="system">The work item system.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="site">The provider's site, such as <c>acme.webex.com</c>.</param>
    /// <param name="origin">Who asks; needs the permission <see cref="MeetingSetupRefusals.ConfigurePermission"/>.</param>
    /// <param name="cancellationToken">Cancels the call; the steps taken by then stay taken.</param>
    /// <returns>The set-up after the last step, or the first refusal.</returns>
    public async ValueTask<Outcome<MeetingSetup>> CompleteAsync(
        string system,
        string account,
        string site,
        CommandOrigin origin,
        CancellationToken cancellationToken = default)
    {
        Outcome<MeetingSetup> outcome = MeetingSetup.None;
        foreach (var step in (MeetingSetupCommand[])
            [
                new MeetingSetupCommand.Install(),
                new MeetingSetupCommand.LinkSite(site),
                new MeetingSetupCommand.EnableExtension(),
                new MeetingSetupCommand.SignInAdministrator(),
                new MeetingSetupCommand.EnableMeetings(),
            ])
        {
            outcome = await ExecuteAsync(system, account, step, origin, cancellationToken).ConfigureAwait(false);
            if (!outcome.IsAccepted)
            {
                return outcome;
            }
        }

        return outcome;
    }

    /// <summary>Says of every step whether it is allowed now, and why not.</summary>
    public ValueTask<IReadOnlyList<ActionStatus>> ExplainAsync(string system, string account, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        _runner.ExplainAsync(MeetingSetupMachine.StreamOf(system, account), origin, cancellationToken);
}
