using System.Resources;
using Support.Sdk.Texts;

namespace Support.Sdk.Sessions;

/// <summary>The texts about support sessions, in English and French: their source, and the keys of those that are no refusals.</summary>
/// <remarks>
/// The text of a refusal stands under its code (<see cref="SessionRefusals"/>, <see cref="ChannelRefusals"/>) and has the code's parameters as
/// placeholders. Thread-safe.
/// </remarks>
public static class SessionTexts
{
    /// <summary>The texts: English in the invariant culture, French in <c>fr</c>.</summary>
    public static ResourceTextSource Source { get; } = new(new ResourceManager(typeof(SessionTexts)));

    /// <summary>The key of an action's label, such as <c>actions.sessions.Release</c>. No placeholders.</summary>
    /// <param name="action">The action, as <see cref="StateMachines.ActionStatus.Action"/> and <see cref="StateMachines.RemedyKind.Action"/> have it.</param>
    /// <exception cref="ArgumentException"><paramref name="action"/> is empty or white space.</exception>
    public static string KeyOfAction(string action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        return $"actions.sessions.{action}";
    }

    /// <summary>The key of the label of an action on a channel, such as <c>actions.channels.Rename</c>. No placeholders.</summary>
    /// <param name="action">The action, as <see cref="StateMachines.ActionStatus.Action"/> has it.</param>
    /// <exception cref="ArgumentException"><paramref name="action"/> is empty or white space.</exception>
    public static string KeyOfChannelAction(string action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        return $"actions.channels.{action}";
    }

    /// <summary>The key of the phrase for somebody to ask, such as <c>people.channel-manager</c>. No placeholders.</summary>
    /// <param name="whom">Whom to ask, as the subject of <see cref="StateMachines.RemedyKind.Ask"/> has it.</param>
    /// <exception cref="ArgumentException"><paramref name="whom"/> is empty or white space.</exception>
    public static string KeyOfPerson(string whom)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(whom);
        return $"people.{whom}";
    }

    /// <summary>The key of a status's name, such as <c>sessions.status.InQueue</c>. No placeholders; <see cref="SessionStatus.None"/> has none.</summary>
    /// <param name="status">The status.</param>
    public static string KeyOfStatus(SessionStatus status) => $"sessions.status.{status}";
}
