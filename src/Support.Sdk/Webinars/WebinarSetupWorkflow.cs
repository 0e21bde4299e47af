using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Configures the import of webinars, and lists the webinars that may be imported (WBN-02, WBN-07, WBN-08, WBN-09). One method per action of the source.</summary>
/// <remarks>
/// Thread-safe. There is one configuration for each account of the system into which is imported. Whoever calls needs the permission
/// <see cref="ImportAccess.ImportAdmin"/>, or is refused with <c>webinars.import-permission-required</c>. What asks a vendor throws its exceptions, which implement
/// <see cref="Failures.IVendorFailure"/>, and <see cref="InvalidOperationException"/> when the system or the provider is not registered.
/// </remarks>
public sealed partial class WebinarSetupWorkflow
{
    private readonly MachineRunner<WebinarSetupMachine, WebinarSetup, WebinarSetupCommand, WebinarSetupEvent, NoEffect> _runner;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _timeProvider;
    private readonly WebinarImportOptions _options;

    internal WebinarSetupWorkflow(
        MachineRunner<WebinarSetupMachine, WebinarSetup, WebinarSetupCommand, WebinarSetupEvent, NoEffect> runner,
        IServiceProvider services,
        TimeProvider timeProvider,
        IOptions<SupportSdkOptions> options)
    {
        _runner = runner;
        _services = services;
        _timeProvider = timeProvider;
        _options = options.Value.Webinars;
    }

    /// <summary>Reads the configuration, for the application itself: who asks is not looked at.</summary>
    /// <param name="system">The system into which is imported, such as <c>salesforce</c>.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<WebinarSetup> ReadAsync(string system, string account, CancellationToken cancellationToken = default)
    {
        var view = await _runner.ReadAsync(WebinarSetupMachine.StreamOf(system, account), cancellationToken).ConfigureAwait(false);
        return view.State ?? WebinarSetup.None;
    }

    /// <summary>Lists the mappings, one for each object, ordered by the object's name (WBN-02).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<Outcome<ImmutableArray<WebinarMapping>>> ListMappingsAsync(
        string system, string account, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        if (ImportAccess.RefuseConfigure(origin.Actor) is { } refusal)
        {
            return refusal;
        }

        return (await ReadAsync(system, account, cancellationToken).ConfigureAwait(false)).Mappings;
    }

    /// <summary>Removes the mapping of an object (WBN-02). What was imported stays.</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="objectName">The API name of the object, whatever the case.</param>
    /// <param name="confirmed">Whether somebody confirmed; otherwise refused with <c>webinars.confirm-delete</c>.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> DeleteMappingAsync(
        string system, string account, string objectName, bool confirmed, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectName);
        return ExecuteAsync(system, account, new WebinarSetupCommand.DeleteMapping(objectName, confirmed), origin, cancellationToken);
    }

    /// <summary>Switches the import on or off for all profiles and users (WBN-08). While it is on, the lists of users and profiles do not count; they are kept.</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="enabled">On or off.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> SwitchEverybodyAsync(
        string system, string account, bool enabled, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.SwitchEverybody(enabled), origin, cancellationToken);

    /// <summary>Chooses a user, who may then import (WBN-08).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="user">The user's id, as in <see cref="Actor.Id"/>.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> AddUserAsync(string system, string account, string user, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.AddUser(user), origin, cancellationToken);

    /// <summary>Chooses a user no longer (WBN-08).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="user">The user's id, whatever the case.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> RemoveUserAsync(string system, string account, string user, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.RemoveUser(user), origin, cancellationToken);

    /// <summary>Chooses a profile, whose users may then import (WBN-08).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="profile">The profile's name, as in <see cref="Actor.Roles"/>.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> AddProfileAsync(string system, string account, string profile, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.AddProfile(profile), origin, cancellationToken);

    /// <summary>Chooses a profile no longer (WBN-08).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="profile">The profile's name, whatever the case.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> RemoveProfileAsync(
        string system, string account, string profile, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.RemoveProfile(profile), origin, cancellationToken);

    /// <summary>Sets which webinars are shown (WBN-09).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="pastDays">How many days before today: 0 to <see cref="WebinarRange.MaximumDays"/>, refused otherwise.</param>
    /// <param name="upcomingDays">How many days after today: 0 to <see cref="WebinarRange.MaximumDays"/>, refused otherwise.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The configuration after it, or the refusal.</returns>
    public ValueTask<Outcome<WebinarSetup>> SetRangeAsync(
        string system, string account, int pastDays, int upcomingDays, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(system, account, new WebinarSetupCommand.SetRange(pastDays, upcomingDays), origin, cancellationToken);

    /// <summary>Lists the webinars within the configured ranges, in whole days of the reader's calendar, earliest first (WBN-09). Only for those who may import (WBN-08).</summary>
    /// <param name="system">The system into which is imported, whose configuration counts.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="provider">Where the webinars are, such as <c>webex</c>.</param>
    /// <param name="providerAccount">The provider's named account; empty for the default one.</param>
    /// <param name="timeZone">The reader's time zone.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The webinars, or the refusal: <c>webinars.import-not-switched-on</c>, <c>webinars.import-permission-required</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<WebinarSummary>>> ListWebinarsAsync(
        string system, string account, string provider, string providerAccount, TimeZoneInfo timeZone, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var setup = await ReadAsync(system, account, cancellationToken).ConfigureAwait(false);
        if (setup.Access.RefuseImport(origin.Actor) is { } refusal)
        {
            return refusal;
        }

        var (from, to) = setup.Range.GetWindow(_timeProvider.GetUtcNow(), timeZone);
        List<WebinarSummary> webinars = [];
        var source = _services.GetRequiredKeyedService<IWebinarSource>(provider);
        await foreach (var webinar in source.ListAsync(providerAccount, from, to, cancellationToken).ConfigureAwait(false))
        {
            webinars.Add(webinar);
        }

        return webinars.OrderBy(static webinar => webinar.Start).ThenBy(static webinar => webinar.Id, StringComparer.Ordinal).ToArray();
    }

    /// <summary>Says of every action of the configuration whether it is allowed now, and why not.</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public ValueTask<IReadOnlyList<ActionStatus>> ExplainAsync(string system, string account, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        _runner.ExplainAsync(WebinarSetupMachine.StreamOf(system, account), origin, cancellationToken);

    private async ValueTask<Outcome<WebinarSetup>> ExecuteAsync(
        string system, string account, WebinarSetupCommand command, CommandOrigin origin, CancellationToken cancellationToken)
    {
        var outcome = await _runner.ExecuteAsync(WebinarSetupMachine.StreamOf(system, account), command, origin, cancellationToken).ConfigureAwait(false);
        return outcome.Select(view => view.State ?? WebinarSetup.None);
    }
}
