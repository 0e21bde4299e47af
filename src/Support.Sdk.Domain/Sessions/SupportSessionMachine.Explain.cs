using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

// What a person may do now, and why not: the same guards as the decision.
public sealed partial class SupportSessionMachine
{
    /// <inheritdoc />
    /// <remarks>
    /// Names every action that a person can take, with an empty subject. An end user learns of the technicians' actions that they are not theirs, and the other way
    /// round; for whoever may not know of a session, the answers are those of one that does not exist (SES-02).
    /// </remarks>
    public static IReadOnlyList<ActionStatus> Explain(SupportSession? state, in CommandContext context)
    {
        var triggers = SessionTables.Session.Triggers;
        var actions = new ActionStatus[triggers.Count - 1];
        var next = 0;
        var standing = new Standing(state, context.Actor);
        for (var i = 0; i < triggers.Count; i++)
        {
            var trigger = (SessionTrigger)i;
            if (trigger != SessionTrigger.TimeUp)
            {
                actions[next++] = ActionStatus.From(triggers[i], Guard(state, trigger, ref standing), otherwise: AvailabilityOf(trigger));
            }
        }

        return actions;
    }

    private static ActionAvailability AvailabilityOf(SessionTrigger trigger) => trigger switch
    {
        SessionTrigger.Take or SessionTrigger.Leave or SessionTrigger.Release or SessionTrigger.RequestAccess or SessionTrigger.Connect
            or SessionTrigger.Disconnect or SessionTrigger.Share or SessionTrigger.Close or SessionTrigger.Delete => ActionAvailability.Allowed,
        _ => ActionAvailability.DependsOnPayload,
    };
}
