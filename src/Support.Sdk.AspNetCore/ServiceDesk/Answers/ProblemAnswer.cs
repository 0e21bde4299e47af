using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>A refusal as problem details. Says nothing that differs from one request to the next, so equal refusals are equal byte for byte.</summary>
internal sealed class ProblemAnswer : IResult
{
    public const string ContentType = "application/problem+json";
    private const string TypePrefix = "urn:support-sdk:";

    private readonly Refusal _refusal;
    private readonly string? _field;

    public ProblemAnswer(Refusal refusal, string? field = null)
    {
        // Who may not know of a session hears what he would hear if it did not exist.
        _refusal = refusal.Definition == SessionRefusals.NotAParticipant ? SessionRefusals.NotFound.Refuse() : refusal;
        _field = field;
    }

    public TimeSpan? RetryAfter { get; init; }

    public static ProblemAnswer Malformed(string field) => new(ServiceDeskRefusals.Malformed.Refuse(field), field);

    public static ProblemAnswer InvalidValue(string field) => new(ServiceDeskRefusals.InvalidValue.Refuse(field), field);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var wording = Wording.For(httpContext);
        var status = RefusalStatus.Of(_refusal.Definition);
        var problem = new ServiceDeskProblem
        {
            Type = TypePrefix + _refusal.Code,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = wording.Of(_refusal),
            Code = _refusal.Code,
            Field = _field,
            Values = Wording.ValuesOf(_refusal),
            Remedies = Wording.RemediesOf(_refusal),
            NotBefore = _refusal.NotBefore,
        };
        if (RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);
        }

        if (status == StatusCodes.Status401Unauthorized)
        {
            httpContext.Response.Headers.Append(HeaderNames.WWWAuthenticate, EndUsers.EndUserTickets.Scheme);
        }

        return JsonAnswer.WriteAsync(httpContext, wording, status, problem, ServiceDeskJsonContext.Default.ServiceDeskProblem, ContentType);
    }

    /// <summary>Whole seconds, so many that the time is surely over.</summary>
    internal static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
