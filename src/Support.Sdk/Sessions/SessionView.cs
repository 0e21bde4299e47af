using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>A session as a technician sees it now.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The session's id.</param>
/// <param name="Session">
/// The session, with what time has brought about. Its <see cref="SupportSession.Secrets"/> are left out; <see cref="SessionWorkflow.ShareAsync"/> gives them. After a deletion the tombstone.
/// </param>
/// <param name="Version">The version of its stream, for <see cref="Running.CommandOptions.ExpectedVersion"/>.</param>
/// <param name="Actions">What the technician may do with it now, and why not.</param>
public sealed record SessionView(string Id, SupportSession Session, long Version, IReadOnlyList<ActionStatus> Actions);
