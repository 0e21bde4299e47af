using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk;
using Support.Sdk.Effects;
using Support.Sdk.Ids;
using Support.Sdk.Meetings;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;
using Support.Sdk.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Support.Sdk.</summary>
public static class SupportSdkServiceCollectionExtensions
{
    /// <summary>Registers the workflows, the machines behind them, and the workers. A store has to be registered too, such as with <c>AddSqliteStore</c>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// The clock is the registered <see cref="TimeProvider"/>, or the system's. Registered <see cref="ITextSource"/>s come before the built-in texts. Calling it twice does no harm.
    /// </remarks>
    public static IServiceCollection AddSupportSdk(this IServiceCollection services) => services.AddSupportSdk(static _ => { });

    /// <summary>Registers the workflows, the machines behind them, and the workers, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, usually <see cref="SupportSdkOptions.Section"/>; an unknown key is refused at start.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSupportSdk(this IServiceCollection services, IConfigurationSection configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSupportSdk(static _ => { });
        services.AddOptions<SupportSdkOptions>().Bind(configuration, static binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }

    /// <summary>Registers the workflows, the machines behind them, and the workers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are validated when the host starts.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSupportSdk(this IServiceCollection services, Action<SupportSdkOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<SupportSdkOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SupportSdkOptions>, SupportSdkOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdGenerator, TimeOrderedIdGenerator>();
        services.TryAddSingleton<HostIdentity>();
        services.TryAddSingleton<WorkSignal>();
        services.TryAddSingleton<SdkTelemetry>();
        services.TryAddSingleton(provider => new TextCatalog([.. provider.GetServices<ITextSource>(), MeetingTexts.Source, SessionTexts.Source, WebinarTexts.Source, ServiceDeskTexts.Source, KernelTexts.Source]));
        services.TryAddSingleton(provider => new FailedEffects(
            provider.GetRequiredService<IMachineStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<WorkSignal>()));
        services.TryAddSingleton(provider => new DueWork(
            provider.GetRequiredService<IMachineStore>(),
            provider.GetServices<IMachineRunner>(),
            provider.GetRequiredService<HostIdentity>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>(),
            provider.GetRequiredService<SdkTelemetry>(),
            provider.GetRequiredService<ILogger<DueWork>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EffectWorker>(static provider => CreateWorker<EffectWorker>(provider)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DeadlineWorker>(static provider => CreateWorker<DeadlineWorker>(provider)));
        services.AddMeetings();
        services.AddSessions();
        services.AddWebinars();
        return services;
    }

    /// <summary>Registers a machine of the host application's own, so that it is run like the SDK's.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TCommand">Its commands.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <typeparam name="TEffect">Its effects.</typeparam>
    /// <param name="services">The services; <see cref="AddSupportSdk(IServiceCollection)"/> is to be called too.</param>
    /// <param name="handler">Makes the handler of its effects.</param>
    /// <returns>The same services. <see cref="MachineRunner{TMachine,TState,TCommand,TEvent,TEffect}"/> runs the machine.</returns>
    public static IServiceCollection AddMachine<TMachine, TState, TCommand, TEvent, TEffect>(
        this IServiceCollection services,
        Func<IServiceProvider, IEffectHandler<TState, TCommand, TEffect>> handler)
        where TMachine : IMachine<TState, TCommand, TEvent, TEffect>
        where TState : class
        where TCommand : class
        where TEvent : class
        where TEffect : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(handler);
        if (services.Any(service => service.ServiceType == typeof(MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>)))
        {
            return services;
        }

        services.AddSingleton(provider => new MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>(
            provider.GetRequiredService<IMachineStore>(),
            handler(provider),
            provider.GetRequiredService<HostIdentity>(),
            provider.GetRequiredService<WorkSignal>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>(),
            provider.GetRequiredService<SdkTelemetry>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IMachineRunner>(provider => provider.GetRequiredService<MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>>());
        return services;
    }

    /// <summary>Registers a machine of the host application's own that has no effects.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <typeparam name="TState">Its state.</typeparam>
    /// <typeparam name="TCommand">Its commands.</typeparam>
    /// <typeparam name="TEvent">Its events.</typeparam>
    /// <param name="services">The services; <see cref="AddSupportSdk(IServiceCollection)"/> is to be called too.</param>
    /// <returns>The same services. <see cref="MachineRunner{TMachine,TState,TCommand,TEvent,TEffect}"/> runs the machine.</returns>
    public static IServiceCollection AddMachine<TMachine, TState, TCommand, TEvent>(this IServiceCollection services)
        where TMachine : IMachine<TState, TCommand, TEvent, NoEffect>
        where TState : class
        where TCommand : class
        where TEvent : class =>
        services.AddMachine<TMachine, TState, TCommand, TEvent, NoEffect>(static _ => new NoEffectHandler<TState, TCommand>());

    /// <summary>Keeps everything in memory: for tests, and where nothing has to survive the process.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddInMemoryStore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IMachineStore, InMemoryMachineStore>();
        services.TryAddSingleton<IImportLedger, InMemoryImportLedger>();
        return services;
    }

    // Workers are made when the host starts, before options are validated: the place to say that the store is missing.
    private static TWorker CreateWorker<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TWorker>(IServiceProvider provider)
        where TWorker : Worker =>
        provider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IMachineStore))
            ? ActivatorUtilities.CreateInstance<TWorker>(provider)
            : throw new InvalidOperationException("No store is registered. Call AddSqliteStore(…), or AddInMemoryStore() where nothing has to survive the process.");

    private static void AddMeetings(this IServiceCollection services)
    {
        services.TryAddSingleton<MeetingReplyWriter>();
        services.AddMachine<MeetingSetupMachine, MeetingSetup, MeetingSetupCommand, MeetingSetupEvent>();
        services.TryAddSingleton(provider => new MeetingSetups(
            provider.GetRequiredService<MachineRunner<MeetingSetupMachine, MeetingSetup, MeetingSetupCommand, MeetingSetupEvent, NoEffect>>()));
        services.AddMachine<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect>(
            static provider => ActivatorUtilities.CreateInstance<MeetingEffectHandler>(provider));
        services.TryAddSingleton<IMeetingReports, MeetingReports>();
        services.TryAddSingleton(provider => new MeetingWorkflow(
            provider.GetRequiredService<MachineRunner<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect>>(),
            provider.GetRequiredService<MeetingSetups>(),
            provider.GetRequiredService<MeetingReplyWriter>(),
            provider,
            provider.GetRequiredService<IIdGenerator>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>()));
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddMachine<SupportChannelMachine, SupportChannel, ChannelCommand, ChannelEvent, NoEffect>(
            static _ => new NoEffectHandler<SupportChannel, ChannelCommand>());
        services.AddMachine<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect>(
            static _ => new NoEffectHandler<SupportSession, SessionCommand>());
        services.TryAddSingleton<SessionChannels>();
        services.TryAddSingleton<IAttendedAccessSource, MetAttendedAccess>();
        services.TryAddSingleton<ISessionSecrets>(static provider => new SessionSecretsGenerator(
            RandomNumberGenerator.Create(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>().Value.Sessions.PinLength));
        services.TryAddSingleton(static provider => new ChannelWorkflow(
            provider.GetRequiredService<IMachineStore>(),
            provider.GetRequiredService<MachineRunner<SupportChannelMachine, SupportChannel, ChannelCommand, ChannelEvent, NoEffect>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new SessionWorkflow(
            provider.GetRequiredService<IMachineStore>(),
            provider.GetRequiredService<MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect>>(),
            provider.GetRequiredService<SessionChannels>(),
            provider.GetRequiredService<IAttendedAccessSource>(),
            provider.GetRequiredService<ISessionSecrets>(),
            provider.GetRequiredService<IIdGenerator>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>()));
        services.TryAddSingleton(static provider => new SessionFeed(
            provider.GetRequiredService<IMachineStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>(),
            provider.GetRequiredService<SdkTelemetry>(),
            provider.GetRequiredService<ILogger<SessionFeed>>()));
    }

    private static void AddWebinars(this IServiceCollection services)
    {
        services.AddMachine<WebinarSetupMachine, WebinarSetup, WebinarSetupCommand, WebinarSetupEvent>();
        services.TryAddSingleton(static provider => new WebinarSetupWorkflow(
            provider.GetRequiredService<MachineRunner<WebinarSetupMachine, WebinarSetup, WebinarSetupCommand, WebinarSetupEvent, NoEffect>>(),
            provider,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>()));
        services.AddMachine<WebinarImportMachine, WebinarImport, WebinarImportCommand, WebinarImportEvent, WebinarImportEffect>(
            static provider => ActivatorUtilities.CreateInstance<WebinarImportEffectHandler>(provider));
        services.TryAddSingleton(static provider => new WebinarImportWorkflow(
            provider.GetRequiredService<MachineRunner<WebinarImportMachine, WebinarImport, WebinarImportCommand, WebinarImportEvent, WebinarImportEffect>>(),
            provider.GetRequiredService<IMachineStore>(),
            provider.GetRequiredService<WebinarSetupWorkflow>(),
            provider,
            provider.GetRequiredService<IIdGenerator>(),
            provider.GetRequiredService<TextCatalog>(),
            provider.GetRequiredService<IOptions<SupportSdkOptions>>()));
    }
}
