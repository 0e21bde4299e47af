using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>Has the vendor carry out errands, with the effect's id as the idempotency key.</summary>
internal sealed class ErrandHandler(Vendor vendor, string host, Traps traps) : IEffectHandler<Errands, ErrandCommand, ErrandEffect>
{
    public async ValueTask<EffectResult<ErrandCommand>> RunAsync(ErrandEffect effect, Errands state, EffectContext context, CancellationToken cancellationToken = default)
    {
        var reference = await vendor.PlaceAsync(context.Id.ToString(), host, cancellationToken);
        await traps.StepAsync(Trap.VendorAnswered);
        return reference is null
            ? EffectResult<ErrandCommand>.Retry("The vendor is busy.")
            : EffectResult<ErrandCommand>.Report(new ErrandCommand.Report(((ErrandEffect.Carry)effect).Errand, reference));
    }

    public ErrandCommand? GiveUp(ErrandEffect effect, FailureKind kind, string description) => null;
}

/// <summary>Sessions have no effects.</summary>
internal sealed class SessionHandler : IEffectHandler<SupportSession, SessionCommand, NoEffect>
{
    public ValueTask<EffectResult<SessionCommand>> RunAsync(NoEffect effect, SupportSession state, EffectContext context, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Sessions have no effects.");

    public SessionCommand? GiveUp(NoEffect effect, FailureKind kind, string description) => null;
}
