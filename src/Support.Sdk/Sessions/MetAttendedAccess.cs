using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>For hosts without such restrictions.</summary>
internal sealed class MetAttendedAccess : IAttendedAccessSource
{
    public ValueTask<AttendedAccess> GetAsync(Actor technician, CancellationToken cancellationToken = default) => ValueTask.FromResult(AttendedAccess.Met);
}
