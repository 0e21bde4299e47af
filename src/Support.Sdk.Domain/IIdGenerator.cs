namespace Support.Sdk;

/// <summary>Makes ids. Machines get their ids with the commands; this is where those come from.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IIdGenerator
{
    /// <summary>Makes a new id: up to 40 letters, digits and hyphens, unique for all practical purposes.</summary>
    string NewId();
}
