using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>
/// What sessions lack: effects. A stream holds errands; each is sent at once or at its time, by an effect that a vendor carries out, and the vendor's answer is
/// reported back.
/// </summary>
internal sealed class ErrandMachine : IMachine<Errands, ErrandCommand, ErrandEvent, ErrandEffect>
{
    public static readonly RefusalCode Unknown = new("errands.unknown", "KERNEL");

    private static readonly TransitionTable<ErrandStatus, ErrandTrigger> Table = TransitionTable<ErrandStatus, ErrandTrigger>.Create("errand", ErrandStatus.None, table =>
    {
        table.Move(ErrandStatus.None, ErrandTrigger.Order, ErrandStatus.Sent, or: [ErrandStatus.Planned]);
        table.OtherwiseStay(ErrandTrigger.Order);
        table.Move(ErrandStatus.Planned, ErrandTrigger.Time, ErrandStatus.Sent);
        table.OtherwiseStay(ErrandTrigger.Time);
        table.Move(ErrandStatus.Sent, ErrandTrigger.Report, ErrandStatus.Delivered);
        table.Stay(ErrandStatus.Delivered, ErrandTrigger.Report);
        table.OtherwiseRefuse(ErrandTrigger.Report, Unknown);
        table.Terminal(ErrandStatus.Delivered);
    });

    public static MachineInfo Info { get; } = new("errand", 1, Table);

    public static MachineFormat<Errands, ErrandEvent, ErrandEffect> Format { get; } =
        new(Info, ErrandJson.Default.Errands, ErrandJson.Default.ErrandEvent, ErrandJson.Default.ErrandEffect);

    public static StreamId StreamOf(string key) => StreamId.Create(Info.Name, key);

    // Both commands name the errand, so a repeat finds what it wants and records nothing.
    public static Decision<ErrandEvent> Decide(Errands? state, ErrandCommand command, in CommandContext context) => (command, state?.Find(command.Id)?.Status) switch
    {
        (ErrandCommand.Order order, null) => order.Delay > TimeSpan.Zero ? new ErrandEvent.Planned(order.Id, context.Now + order.Delay) : new ErrandEvent.Sent(order.Id, null),
        (ErrandCommand.Report report, ErrandStatus.Sent) => new ErrandEvent.Delivered(report.Id, report.Reference),
        (ErrandCommand.Report, null or ErrandStatus.Planned) => Unknown.Refuse(),
        _ => Decision<ErrandEvent>.Nothing,
    };

    public static Errands Evolve(Errands? state, ErrandEvent @event)
    {
        state ??= new([]);
        return @event switch
        {
            ErrandEvent.Planned planned => new(state.All.Add(new(planned.Id, ErrandStatus.Planned, planned.At))),
            ErrandEvent.Sent sent when state.Find(sent.Id) is { } planned => new(state.All.Replace(planned, planned with { Status = ErrandStatus.Sent, At = null })),
            ErrandEvent.Sent sent => new(state.All.Add(new(sent.Id, ErrandStatus.Sent))),
            ErrandEvent.Delivered delivered => new(state.All.Replace(state.Find(delivered.Id)!, new(delivered.Id, ErrandStatus.Delivered, Reference: delivered.Reference))),
            _ => throw new InvalidOperationException($"The event {@event.GetType().Name} has no case."),
        };
    }

    public static Decision<ErrandEvent> Advance(Errands state, DateTimeOffset now) =>
        Decision<ErrandEvent>.Accept([.. state.All.Where(errand => errand.At <= now).OrderBy(errand => errand.At).Select(errand => new ErrandEvent.Sent(errand.Id, errand.At))]);

    public static DateTimeOffset? NextDeadline(Errands state) => state.All.Min(errand => errand.At);

    public static void React(ErrandEvent @event, Errands after, ICollection<ErrandEffect> effects)
    {
        if (@event is ErrandEvent.Sent sent)
        {
            effects.Add(new ErrandEffect.Carry(sent.Id));
        }
    }

    public static StatusChange Describe(Errands? before, ErrandEvent @event, Errands after) =>
        new(@event.Id, (before?.Find(@event.Id)?.Status ?? ErrandStatus.None).ToString(), after.Find(@event.Id)!.Status.ToString());

    public static IReadOnlyList<IndexEntry> Index(Errands state) => state.All.Any(errand => errand.Status != ErrandStatus.Delivered) ? [new("errand-open", "yes")] : [];

    public static IReadOnlyList<ActionStatus> Explain(Errands? state, in CommandContext context) => [ActionStatus.From("Order", null)];
}

internal enum ErrandStatus
{
    None,
    Planned,
    Sent,
    Delivered,
}

internal enum ErrandTrigger
{
    Order,
    Time,
    Report,
}

internal sealed record Errand(string Id, ErrandStatus Status, DateTimeOffset? At = null, string? Reference = null);

internal sealed record Errands(ImmutableArray<Errand> All)
{
    public Errand? Find(string id) => All.FirstOrDefault(errand => errand.Id == id);
}

internal abstract record ErrandCommand(string Id)
{
    public sealed record Order(string Id, TimeSpan Delay) : ErrandCommand(Id);

    public sealed record Report(string Id, string Reference) : ErrandCommand(Id);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Planned), "errand-planned")]
[JsonDerivedType(typeof(Sent), "errand-sent")]
[JsonDerivedType(typeof(Delivered), "errand-delivered")]
internal abstract record ErrandEvent(string Id)
{
    public sealed record Planned(string Id, DateTimeOffset At) : ErrandEvent(Id);

    /// <param name="Id">The errand.</param>
    /// <param name="Due">When it was to be sent; <see langword="null"/> when it was ordered for at once.</param>
    public sealed record Sent(string Id, DateTimeOffset? Due) : ErrandEvent(Id);

    public sealed record Delivered(string Id, string Reference) : ErrandEvent(Id);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Carry), "carry")]
internal abstract record ErrandEffect
{
    public sealed record Carry(string Errand) : ErrandEffect;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Errands))]
[JsonSerializable(typeof(ErrandEvent))]
[JsonSerializable(typeof(ErrandEffect))]
internal sealed partial class ErrandJson : JsonSerializerContext;
