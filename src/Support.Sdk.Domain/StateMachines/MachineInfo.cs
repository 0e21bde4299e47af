namespace Support.Sdk.StateMachines;

/// <summary>A machine's identity and its transition tables.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MachineInfo
{
    /// <summary>Describes a machine.</summary>
    /// <param name="name">The stable name under which streams are stored, such as <c>meetings</c>: lower-case letters, digits and hyphens.</param>
    /// <param name="version">The version of its events and snapshots, from 1.</param>
    /// <param name="tables">Its transition tables; several when its state has several regions.</param>
    /// <exception cref="ArgumentException">The name is not of that form, or there is no table.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is less than 1.</exception>
    public MachineInfo(string name, int version, params IReadOnlyList<TransitionTable> tables)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(tables);
        if (name.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            throw new ArgumentException($"'{name}' is no machine name. Use lower-case letters, digits and hyphens.", nameof(name));
        }

        if (tables.Count == 0)
        {
            throw new ArgumentException("A machine has at least one transition table.", nameof(tables));
        }

        Name = name;
        Version = version;
        Tables = [.. tables];
    }

    /// <summary>The stable name under which streams are stored.</summary>
    public string Name { get; }

    /// <summary>The version of events and snapshots, from 1.</summary>
    public int Version { get; }

    /// <summary>The transition tables.</summary>
    public IReadOnlyList<TransitionTable> Tables { get; }

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Name}/{Version}";
}
