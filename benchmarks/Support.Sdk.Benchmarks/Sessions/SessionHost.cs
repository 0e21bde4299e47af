using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>A host as an application sets it up, with services and connections of its own.</summary>
internal sealed class SessionHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SessionHost(Action<IServiceCollection> store)
    {
        var services = new ServiceCollection();
        services.AddSupportSdk();
        store(services);
        _services = services.BuildServiceProvider();
        Runner = _services.GetRequiredService<MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect>>();
    }

    public MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect> Runner { get; }

    public SessionFeed Feed => _services.GetRequiredService<SessionFeed>();

    public async Task ExecuteAsync(string session, SessionCommand command, Actor actor)
    {
        var outcome = await Runner.ExecuteAsync(SupportSessionMachine.StreamOf(session), command, new CommandOrigin(actor));
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.ToString());
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
