using Support.Sdk.Sessions;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Sessions;

// What must hold of every step of every history.
internal static class SessionRules
{
    public static IEnumerable<string> Violations(ExploredStep<SupportSession, Asked, SessionEvent> step)
    {
        if (step.After is not { } session)
        {
            yield break;
        }

        if (session.Invited.Length > 2 || (session.Assignee is { } assignee && session.Invited.Contains(assignee)) || session.Invited.Distinct().Count() != session.Invited.Length)
        {
            yield return "SES-08: more than three technicians, or one of them twice.";
        }

        if (session.IsLive && session.Status != (session.Assignee is null ? SessionStatus.InQueue : session.Device is null ? SessionStatus.Waiting : SessionStatus.Active))
        {
            yield return $"SES-14: the status {session.Status} contradicts the facts.";
        }

        if (session.IsLive != session.Secrets is not null || session.IsLive != SupportSessionMachine.Claims(session).Count > 0)
        {
            yield return "SES-17: PIN and link live longer, or shorter, than the session.";
        }

        if (step.Command is null && session.IsLive && step.Now >= session.ExpiresAt)
        {
            yield return "SES-13: the session lives beyond its time.";
        }

        if (session.Access.Connected.Any(technician => technician != session.Assignee && !session.Invited.Contains(technician)))
        {
            yield return "SES-05: somebody is connected who does not take part.";
        }

        if (session.Access.Status != SessionAccessStatus.None && session.Device is not { IsOnline: true })
        {
            yield return "SES-05: there is access to a computer that is not there.";
        }

        if ((session.Access.Status == SessionAccessStatus.Connected) == session.Access.Connected.IsEmpty)
        {
            yield return "SES-05: the access contradicts who is connected.";
        }

        var before = step.Before?.Access ?? SessionAccess.None;
        if (session.Access.Connected.Length > before.Connected.Length && before.Status is not (SessionAccessStatus.Granted or SessionAccessStatus.Connected))
        {
            yield return "SES-05: connected without a grant.";
        }

        if (step.Before is { Status: SessionStatus.Expired or SessionStatus.Closed or SessionStatus.None } && session.IsLive)
        {
            yield return "SES-11: a session that was over lives again.";
        }

        if (step.Before is { Device: { } device } && !session.IsDeleted && session.Device?.Id != device.Id)
        {
            yield return "SES-04: the session changed its computer.";
        }
    }
}
