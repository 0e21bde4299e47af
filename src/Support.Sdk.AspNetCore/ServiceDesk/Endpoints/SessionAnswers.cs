using Microsoft.AspNetCore.Http;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>Answers with sessions.</summary>
internal static class SessionAnswers
{
    public static IResult Of(Outcome<SessionView> outcome) =>
        outcome is { Refusal: null, Value: { } view } ? JsonAnswer.Of(words => Wire.Of(view, words), version: view.Version) : new ProblemAnswer(outcome.Refusal!);

    public static IResult OfCreated(Outcome<SessionView> outcome, string sessions) => outcome is { Refusal: null, Value: { } view }
        ? JsonAnswer.Of(words => Wire.Of(view, words), StatusCodes.Status201Created, view.Version, $"{sessions}/{Uri.EscapeDataString(view.Id)}")
        : new ProblemAnswer(outcome.Refusal!);

    public static IResult OfPage(SessionPage page) =>
        JsonAnswer.Of(words => new ServiceDeskPage<ServiceDeskSession> { Items = [.. page.Items.Select(view => Wire.Of(view, words))], Next = page.Next });

    /// <summary>
    /// After a command. One that took the session out of the technician's sight, such as leaving it, has no session to show; nor has the repeat of a command, under its key, by somebody
    /// who has lost the session since.
    /// </summary>
    public static async ValueTask<IResult> OfCommandAsync(
        Outcome<SessionView> outcome, string id, TechnicianCall call, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        if (outcome.IsAccepted)
        {
            return IsSeen(outcome.Value!) ? Of(outcome) : TypedResults.NoContent();
        }

        return await OfRefusalAsync(outcome.Refusal!, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Version and key are looked at before the machine is asked who may know of the session: to an outsider they would tell that it exists.</summary>
    public static async ValueTask<IResult> OfRefusalAsync(Refusal refusal, string id, TechnicianCall call, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        if (refusal.Definition == KernelRefusals.VersionChanged || refusal.Definition == KernelRefusals.KeyReused)
        {
            var seen = await sessions.GetAsync(id, call.Origin, cancellationToken).ConfigureAwait(false);
            refusal = seen.Refusal ?? refusal;
        }

        return new ProblemAnswer(refusal);
    }

    private static bool IsSeen(SessionView view) => !view.Session.IsDeleted && view.Actions.Any(action =>
        action.Action == nameof(SessionTrigger.Share) && action.Refusal?.Definition is var reason && reason != SessionRefusals.NotAParticipant && reason != SessionRefusals.NotFound);
}
