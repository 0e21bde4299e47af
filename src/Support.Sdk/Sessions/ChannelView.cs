using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>A channel as a technician sees it now.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The channel's id.</param>
/// <param name="Channel">The channel; after its removal the state with <see cref="ChannelStatus.Removed"/>.</param>
/// <param name="Version">The version of its stream, for <see cref="Running.CommandOptions.ExpectedVersion"/>.</param>
/// <param name="Actions">What the technician may do with it now, and why not.</param>
public sealed record ChannelView(string Id, SupportChannel Channel, long Version, IReadOnlyList<ActionStatus> Actions);
