using System.Text.Json.Serialization;

namespace Support.Sdk.WorkItems;

/// <summary>The status of a work item, in its system's own word; those of Zendesk are named here, any other is passed on as it is.</summary>
/// <remarks>Compared without regard to case. <see langword="default"/> is no status.</remarks>
[JsonConverter(typeof(WorkItemStatusJsonConverter))]
public readonly struct WorkItemStatus : IEquatable<WorkItemStatus>
{
    private readonly string? _value;

    /// <summary>A status.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public WorkItemStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Not taken up yet.</summary>
    public static WorkItemStatus New { get; } = new("new");

    /// <summary>Being worked on.</summary>
    public static WorkItemStatus Open { get; } = new("open");

    /// <summary>Waits for the requester.</summary>
    public static WorkItemStatus Pending { get; } = new("pending");

    /// <summary>Waits for a third party.</summary>
    public static WorkItemStatus Hold { get; } = new("hold");

    /// <summary>Solved; may be opened again.</summary>
    public static WorkItemStatus Solved { get; } = new("solved");

    /// <summary>Closed for good: accepts no change.</summary>
    public static WorkItemStatus Closed { get; } = new("closed");

    /// <summary>Whether two statuses are the same.</summary>
    public static bool operator ==(WorkItemStatus left, WorkItemStatus right) => left.Equals(right);

    /// <summary>Whether two statuses differ.</summary>
    public static bool operator !=(WorkItemStatus left, WorkItemStatus right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(WorkItemStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is WorkItemStatus other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <summary>The system's word; empty for <see langword="default"/>.</summary>
    public override string ToString() => _value ?? "";
}
