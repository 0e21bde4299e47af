using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Support.Sdk.StateMachines;

/// <summary>What a machine decided: accepted with the events to record (possibly none), or refused with a <see cref="Refusal"/>.</summary>
/// <typeparam name="TEvent">The machine's base type of events.</typeparam>
/// <remarks>
/// One reference wide; a decision with at most one event, or with a refusal made beforehand, allocates nothing itself.
/// <see langword="default"/> is "accepted, nothing to record": what was asked for is already so.
/// </remarks>
public readonly struct Decision<TEvent>
    where TEvent : class
{
    private readonly object? _content;

    private Decision(object? content) => _content = content;

    /// <summary>Accepted with nothing to record.</summary>
    public static Decision<TEvent> Nothing => default;

    /// <summary>Whether the command was accepted.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => _content is not StateMachines.Refusal;

    /// <summary>Why the command was refused; <see langword="null"/> when it was accepted.</summary>
    public Refusal? Refusal => _content as Refusal;

    /// <summary>How many events there are to record; 0 when refused.</summary>
    public int Count => _content switch
    {
        null or StateMachines.Refusal => 0,
        DecidedEvents several => several.Events.Length,
        _ => 1,
    };

    /// <summary>The event at <paramref name="index"/>, in the order in which they happened.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not less than <see cref="Count"/>.</exception>
    public TEvent this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return At(index);
        }
    }

    /// <summary>Accepts with <paramref name="event"/>.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Decision.Accept is the named alternative.")]
    public static implicit operator Decision<TEvent>(TEvent @event)
    {
        Debug.Assert(@event is not null, "An event is never null.");
        return new(@event);
    }

    /// <summary>Refuses with <paramref name="refusal"/>.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Decision.Refuse is the named alternative.")]
    public static implicit operator Decision<TEvent>(Refusal refusal)
    {
        Debug.Assert(refusal is not null, "A refusal is never null.");
        return new(refusal);
    }

    /// <summary>Accepts with <paramref name="events"/>, in the order in which they happened.</summary>
    /// <exception cref="ArgumentException">An event is <see langword="null"/>.</exception>
    public static Decision<TEvent> Accept(params TEvent[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (Array.IndexOf(events, null) >= 0)
        {
            throw new ArgumentException("An event must not be null.", nameof(events));
        }

        return events.Length switch
        {
            0 => default,
            1 => new(events[0]),
            _ => new(new DecidedEvents([.. events])),
        };
    }

    /// <summary>Refuses with <paramref name="refusal"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is <see langword="null"/>.</exception>
    public static Decision<TEvent> Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal);
    }

    /// <summary>Enumerates the events to record, in the order in which they happened; nothing when refused.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The events as a list of their own.</summary>
    public IReadOnlyList<TEvent> ToList()
    {
        var events = new TEvent[Count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = this[i];
        }

        return events;
    }

    /// <summary>Says whether the command was accepted, and with what.</summary>
    public override string ToString() => Refusal is { } refusal
        ? $"refused: {refusal}"
        : $"accepted: {(Count == 0 ? "nothing to record" : string.Join(", ", ToList()))}";

    // The constructor is private, so the content is null, a refusal, events or one event: after a check of the count, a cast could only cost time.
    private TEvent At(int index) => Unsafe.As<TEvent>(_content is DecidedEvents several ? several.Events[index] : _content)!;

    /// <summary>Enumerates the events of a decision without allocating.</summary>
    public struct Enumerator
    {
        private readonly Decision<TEvent> _decision;
        private readonly int _count;
        private int _next;
        private TEvent? _current;

        internal Enumerator(Decision<TEvent> decision)
        {
            _decision = decision;
            _count = decision.Count;
        }

        /// <summary>The current event.</summary>
        public readonly TEvent Current => _current!;

        /// <summary>Moves to the next event.</summary>
        public bool MoveNext()
        {
            if (_next >= _count)
            {
                return false;
            }

            _current = _decision.At(_next++);
            return true;
        }
    }
}
