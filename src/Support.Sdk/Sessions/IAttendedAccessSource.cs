using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>Knows the licence, the version and the features of whoever makes a session (SES-01). Register your own; without one everything holds.</summary>
/// <remarks>Implementations are thread-safe. What they throw, the caller of <see cref="SessionWorkflow.CreateAsync"/> gets.</remarks>
public interface IAttendedAccessSource
{
    /// <summary>Finds the facts, just before a session is made.</summary>
    /// <param name="technician">Who makes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<AttendedAccess> GetAsync(Actor technician, CancellationToken cancellationToken = default);
}
