using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>A channel at some moment, with its members at hand. Immutable.</summary>
internal sealed class FeedChannel(SupportChannel? state)
{
    private readonly HashSet<string>? _members = state is { IsOpen: true, Owner: null, Members.IsEmpty: false } open
        ? [.. open.Members.Select(member => member.Technician)]
        : null;

    /// <summary>The state; <see langword="null"/> when there is no such channel.</summary>
    public SupportChannel? State { get; } = state;

    public bool HasMember(string technician) => _members?.Contains(technician) == true;

    public bool IsVisibleTo(Actor technician) => State is not null && SupportChannelMachine.IsVisibleTo(State, technician);
}
