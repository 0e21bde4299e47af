using System.Text.Json.Serialization;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Machines;

// A small machine of our own: a door that closes by itself ten seconds after it was opened, and can be locked for a while.
public enum DoorStatus
{
    Closed,
    Open,
    Locked,
}

public enum DoorTrigger
{
    Open,
    Close,
    Lock,
    Paint,
    TimeUp,
}

public sealed record Door(DoorStatus Status, DateTimeOffset? Until, int Openings, string Colour = "white");

public abstract record DoorCommand
{
    public sealed record Open : DoorCommand;

    public sealed record Close : DoorCommand;

    public sealed record Lock(int Minutes) : DoorCommand;

    public sealed record Paint(string Colour) : DoorCommand;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Opened), "door-opened")]
[JsonDerivedType(typeof(Closed), "door-closed")]
[JsonDerivedType(typeof(Locked), "door-locked")]
[JsonDerivedType(typeof(Painted), "door-painted")]
public abstract record DoorEvent
{
    public sealed record Opened(DateTimeOffset At) : DoorEvent;

    public sealed record Closed : DoorEvent;

    public sealed record Locked(DateTimeOffset Until) : DoorEvent;

    public sealed record Painted(string Colour) : DoorEvent;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Ring), "ring")]
public abstract record DoorEffect
{
    public sealed record Ring(int Times) : DoorEffect;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Door))]
[JsonSerializable(typeof(DoorEvent))]
[JsonSerializable(typeof(DoorEffect))]
internal sealed partial class DoorJsonContext : JsonSerializerContext;

// What a variant of the machine does wrong, to see that the explorer notices.
public interface IDoorFault
{
    static abstract ExplorationCheck? Breaks { get; }
}

public sealed class Sound : IDoorFault
{
    public static ExplorationCheck? Breaks => null;
}
