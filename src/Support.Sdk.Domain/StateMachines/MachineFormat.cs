using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.StateMachines;

/// <summary>Writes and reads a machine's states, events and effects as JSON, and refuses what is not its own.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TEvent">The base type of events, with a polymorphic contract whose discriminator is <c>$type</c>.</typeparam>
/// <typeparam name="TEffect">The base type of effects, with a contract of the same form.</typeparam>
/// <remarks>
/// Immutable and thread-safe; the contracts come from source generation. An event of an older version is upcast step by step; without an upcaster for its
/// type it is taken to have kept its form.
/// </remarks>
public sealed class MachineFormat<TState, TEvent, TEffect>
    where TState : class
    where TEvent : class
    where TEffect : class
{
    private const string Discriminator = "$type";

    private readonly string _machine;
    private readonly int _version;
    private readonly JsonTypeInfo<TState> _state;
    private readonly JsonTypeInfo<TEvent> _event;
    private readonly JsonTypeInfo<TEffect>? _effect;
    private readonly Dictionary<(int, string), EventUpcaster> _upcasters;
    private readonly HashSet<string> _eventTypes;

    /// <summary>Creates a format.</summary>
    /// <param name="info">The machine.</param>
    /// <param name="state">The contract of states.</param>
    /// <param name="event">The contract of events.</param>
    /// <param name="effect">The contract of effects; <see langword="null"/> for a machine that has none.</param>
    /// <param name="upcasters">What turns older events into newer ones.</param>
    /// <exception cref="ArgumentException">A contract is not polymorphic with the discriminator <c>$type</c>, or two upcasters take the same event.</exception>
    public MachineFormat(
        MachineInfo info,
        JsonTypeInfo<TState> state,
        JsonTypeInfo<TEvent> @event,
        JsonTypeInfo<TEffect>? effect,
        params IReadOnlyList<EventUpcaster> upcasters)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(upcasters);
        _machine = info.Name;
        _version = info.Version;
        _state = state;
        _event = @event;
        _effect = effect;
        _eventTypes = TypesOf(@event, nameof(@event));
        if (effect is not null)
        {
            TypesOf(effect, nameof(effect));
        }

        _upcasters = [];
        foreach (var upcaster in upcasters)
        {
            if (!_upcasters.TryAdd((upcaster.FromVersion, upcaster.Type), upcaster))
            {
                throw new ArgumentException($"Two upcasters take the event '{upcaster.Type}' of version {upcaster.FromVersion}.", nameof(upcasters));
            }
        }
    }

    /// <summary>The stable names of all events.</summary>
    public IReadOnlyCollection<string> EventTypes => _eventTypes;

    /// <summary>Writes a state.</summary>
    public StoredSnapshot Write(TState state) => new(_machine, _version, JsonSerializer.SerializeToUtf8Bytes(state, _state));

    /// <summary>Writes an event.</summary>
    public StoredEvent Write(TEvent @event)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(@event, _event);
        return new(_machine, _version, TypeOf(data), data);
    }

    /// <summary>Writes an effect.</summary>
    public ReadOnlyMemory<byte> Write(TEffect effect) => JsonSerializer.SerializeToUtf8Bytes(effect, EffectContract);

    /// <summary>Reads a state.</summary>
    /// <returns>The state, or <see langword="null"/> when an older version of the machine wrote it: rebuild it from the events then.</returns>
    /// <exception cref="IncompatibleDataException">The snapshot is of another machine, of a future version, or damaged.</exception>
    public TState? Read(StoredSnapshot snapshot)
    {
        Check(snapshot.Machine, snapshot.Version, "snapshot");
        return snapshot.Version < _version ? null : Deserialize(snapshot.Data.Span, _state, "snapshot");
    }

    /// <summary>Reads an event, upcast to this version.</summary>
    /// <exception cref="IncompatibleDataException">The event is of another machine, of a future version, of an unknown type, or damaged.</exception>
    public TEvent Read(StoredEvent @event)
    {
        Check(@event.Machine, @event.Version, "event");
        var (type, data) = (@event.Type, @event.Data);
        for (var version = @event.Version; version < _version; version++)
        {
            if (_upcasters.TryGetValue((version, type), out var upcaster))
            {
                (type, data) = Upcast(upcaster, data);
            }
        }

        return _eventTypes.Contains(type)
            ? Deserialize(data.Span, _event, $"event '{type}'")
            : throw new IncompatibleDataException(
                IncompatibilityReason.UnknownType,
                $"The machine '{_machine}' version {_version} knows no event '{type}' (written by version {@event.Version}). Add an upcaster, or run the version that wrote it.");
    }

    /// <summary>Reads an effect.</summary>
    /// <exception cref="IncompatibleDataException">The effect is damaged or of an unknown type.</exception>
    public TEffect ReadEffect(ReadOnlySpan<byte> data) => Deserialize(data, EffectContract, "effect");

    private JsonTypeInfo<TEffect> EffectContract => _effect ?? throw new InvalidOperationException($"The machine '{_machine}' has no effects.");

    private static HashSet<string> TypesOf<T>(JsonTypeInfo<T> contract, string parameter)
    {
        if (contract.PolymorphismOptions is not { TypeDiscriminatorPropertyName: Discriminator } options)
        {
            throw new ArgumentException($"The contract of {typeof(T).Name} must be polymorphic with the discriminator '{Discriminator}'.", parameter);
        }

        return [.. options.DerivedTypes.Select(derived => derived.TypeDiscriminator).OfType<string>()];
    }

    private static string TypeOf(ReadOnlySpan<byte> data)
    {
        // The serializer writes the discriminator first.
        var reader = new Utf8JsonReader(data);
        reader.Read();
        reader.Read();
        reader.Read();
        return reader.GetString()!;
    }

    private static (string Type, ReadOnlyMemory<byte> Data) Upcast(EventUpcaster upcaster, ReadOnlyMemory<byte> data)
    {
        var content = ParseObject(upcaster, data);
        content.Remove(Discriminator);
        var (type, upcast) = upcaster.Upcast(content);
        var typed = new JsonObject { [Discriminator] = type };
        foreach (var (name, value) in upcast)
        {
            typed[name] = value?.DeepClone();
        }

        return (type, System.Text.Encoding.UTF8.GetBytes(typed.ToJsonString()));
    }

    private static JsonObject ParseObject(EventUpcaster upcaster, ReadOnlyMemory<byte> data)
    {
        var what = $"The event '{upcaster.Type}' of version {upcaster.FromVersion}";
        try
        {
            return JsonNode.Parse(data.Span) as JsonObject ?? throw new IncompatibleDataException(IncompatibilityReason.Malformed, $"{what} is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw new IncompatibleDataException(IncompatibilityReason.Malformed, $"{what} cannot be read: {exception.Message}", exception);
        }
    }

    private void Check(string machine, int version, string what)
    {
        if (!string.Equals(machine, _machine, StringComparison.Ordinal))
        {
            throw new IncompatibleDataException(IncompatibilityReason.ForeignMachine, $"The {what} belongs to the machine '{machine}', not to '{_machine}'. Nothing was changed.");
        }

        if (version > _version)
        {
            throw new IncompatibleDataException(
                IncompatibilityReason.FutureVersion,
                $"The {what} was written by version {version} of the machine '{_machine}'; this is version {_version}. Update this host. Nothing was changed.");
        }
    }

    private T Deserialize<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> contract, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(data, contract)
                ?? throw new IncompatibleDataException(IncompatibilityReason.Malformed, $"The {what} of the machine '{_machine}' is JSON null.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new IncompatibleDataException(IncompatibilityReason.Malformed, $"The {what} of the machine '{_machine}' cannot be read: {exception.Message}", exception);
        }
    }
}
