using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.EndUsers;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>The end user who calls, known by the ticket that he got when he entered.</summary>
internal sealed class EndUserCall : IBindableFromHttpContext<EndUserCall>, IBound
{
    private readonly string? _session;

    private EndUserCall(string? session) => _session = session;

    public string SessionId => _session ?? throw new InvalidOperationException("The caller has no ticket. The endpoint must not be called then.");

    public ProblemAnswer? Problem => _session is null ? new ProblemAnswer(ServiceDeskRefusals.TicketRequired.Refuse()) : null;

    public static ValueTask<EndUserCall?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<EndUserCall?>(new(context.RequestServices.GetRequiredService<EndUserTickets>().Read(context.Request.Headers.Authorization)));
}
