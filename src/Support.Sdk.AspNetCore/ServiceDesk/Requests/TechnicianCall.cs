using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.Running;
using Support.Sdk.ServiceDesk;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>The technician who calls.</summary>
internal sealed class TechnicianCall : IBindableFromHttpContext<TechnicianCall>, IBound
{
    private readonly Actor? _actor;

    private TechnicianCall(Actor? actor) => _actor = actor;

    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is known as a technician here. The endpoint must not be called then.");

    public CommandOrigin Origin => new(Actor);

    public ProblemAnswer? Problem => _actor is null ? new ProblemAnswer(ServiceDeskRefusals.NoTechnician.Refuse()) : null;

    public static async ValueTask<TechnicianCall?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await context.RequestServices.GetRequiredService<IServiceDeskActorResolver>().ResolveAsync(context, context.RequestAborted).ConfigureAwait(false));
}
