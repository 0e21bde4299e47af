using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Work;

namespace Support.Sdk.Tests.Running;

/// <summary>A host with the bell machine; several may share a store and a clock.</summary>
internal sealed class BellTower : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public BellTower(IMachineStore? store = null, ManualTimeProvider? clock = null, Action<SupportSdkOptions>? configure = null, string name = "tower")
    {
        Clock = clock ?? new ManualTimeProvider();
        Store = store ?? new InMemoryMachineStore();
        Handler = new BellHandler();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Store)
            .AddSupportSdk(options =>
            {
                options.HostName = name;
                configure?.Invoke(options);
            })
            .AddMachine<BellMachine, Bell, BellCommand, BellEvent, BellEffect>(_ => Handler)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static CommandOrigin Anna { get; } = new(new Actor("anna"), "corr-1");

    public ManualTimeProvider Clock { get; }

    public IMachineStore Store { get; }

    public BellHandler Handler { get; }

    public IServiceProvider Services => _services;

    public MachineRunner<BellMachine, Bell, BellCommand, BellEvent, BellEffect> Runner =>
        _services.GetRequiredService<MachineRunner<BellMachine, Bell, BellCommand, BellEvent, BellEffect>>();

    public DueWork Work => _services.GetRequiredService<DueWork>();

    public FailedEffects FailedEffects => _services.GetRequiredService<FailedEffects>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class BellHandler : IEffectHandler<Bell, BellCommand, BellEffect>
{
    public List<EffectContext> Runs { get; } = [];

    public Func<BellEffect, EffectContext, CancellationToken, ValueTask<EffectResult<BellCommand>>> Behave { get; set; } =
        (effect, context, _) => ValueTask.FromResult(EffectResult<BellCommand>.Report(new BellCommand.Note($"told {((BellEffect.Tell)effect).Tone}")));

    public ValueTask<EffectResult<BellCommand>> RunAsync(BellEffect effect, Bell state, EffectContext context, CancellationToken cancellationToken = default)
    {
        lock (Runs)
        {
            Runs.Add(context);
        }

        return Behave(effect, context, cancellationToken);
    }

    public BellCommand? GiveUp(BellEffect effect, FailureKind kind, string description) => new BellCommand.Note($"gave up: {kind}");
}

internal sealed class VendorFault(FailureKind kind, TimeSpan? retryAfter = null) : Exception("vendor fault"), IVendorFailure
{
    public FailureKind Kind => kind;

    public TimeSpan? RetryAfter => retryAfter;

    public string Description => "the vendor is down";
}
