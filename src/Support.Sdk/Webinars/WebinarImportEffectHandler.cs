using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.Telemetry;
using Runner = Support.Sdk.Running.MachineRunner<
    Support.Sdk.Webinars.WebinarImportMachine,
    Support.Sdk.Webinars.WebinarImport,
    Support.Sdk.Webinars.WebinarImportCommand,
    Support.Sdk.Webinars.WebinarImportEvent,
    Support.Sdk.Webinars.WebinarImportEffect>;

namespace Support.Sdk.Webinars;

/// <summary>Runs imports: on the host that started them, or on any other when that one died.</summary>
internal sealed class WebinarImportEffectHandler(
    IServiceProvider services, TimeProvider timeProvider, IOptions<SupportSdkOptions> options, SdkTelemetry telemetry, ILogger<WebinarImportEffectHandler> logger)
    : IEffectHandler<WebinarImport, WebinarImportCommand, WebinarImportEffect>
{
    public async ValueTask<EffectResult<WebinarImportCommand>> RunAsync(
        WebinarImportEffect effect, WebinarImport state, EffectContext context, CancellationToken cancellationToken = default)
    {
        var run = effect as WebinarImportEffect.Run ?? throw new UnreachableException($"The effect {effect.GetType().Name} has no case.");
        if (run.Number != state.Run || state.Status is not (ImportStatus.Checking or ImportStatus.Importing or ImportStatus.Cancelling))
        {
            return EffectResult<WebinarImportCommand>.Done;
        }

        // The runner needs this handler to be made: it is asked for only now.
        using var journal = new ImportJournal(services.GetRequiredService<Runner>(), state.Id, context.CorrelationId);
        var ports = new ImportPorts(services, state.Order.Source, state.Order.Target);
        return await new ImportRun(state.Order, ports, ImportPorts.LedgerOf(services), journal, options.Value.Webinars, timeProvider, telemetry, logger).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public WebinarImportCommand? GiveUp(WebinarImportEffect effect, FailureKind kind, string description) => new WebinarImportCommand.Stop(kind, description);
}
