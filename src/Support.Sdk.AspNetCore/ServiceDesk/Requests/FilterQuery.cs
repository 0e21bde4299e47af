using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Which sessions a list is to have: <c>?filter=all|live|inQueue</c>; all when it is left out.</summary>
internal sealed class FilterQuery : IBindableFromHttpContext<FilterQuery>, IBound, IEndpointParameterMetadataProvider
{
    public SessionFilter Filter { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static ValueTask<FilterQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<FilterQuery?>(context.Request.Query[Query.Filter] switch
    {
        [] or ["all"] => new() { Filter = SessionFilter.All },
        ["live"] => new() { Filter = SessionFilter.Live },
        ["inQueue"] => new() { Filter = SessionFilter.InQueue },
        _ => new() { Problem = ProblemAnswer.Malformed(Query.Filter) },
    });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(ParameterMetadata.Filter);
}
