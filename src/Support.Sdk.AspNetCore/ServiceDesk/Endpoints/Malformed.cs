using Microsoft.AspNetCore.Http;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>Answers in the endpoint's stead when something that it needs could not be had from the request.</summary>
internal static class Malformed
{
    public static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBound { Problem: { } problem })
            {
                return ValueTask.FromResult<object?>(problem);
            }
        }

        return next(context);
    }
}
