using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Which page of a history: <c>?after=&amp;limit=</c>, where <c>after</c> is the version of the last entry that was read.</summary>
internal sealed class HistoryQuery : IBindableFromHttpContext<HistoryQuery>, IBound, IEndpointParameterMetadataProvider
{
    public long After { get; private init; }

    public int Limit { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static ValueTask<HistoryQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<HistoryQuery?>(
        !Query.TryLimit(context, out var limit) ? new() { Problem = ProblemAnswer.Malformed(Query.Limit) }
        : !Query.TryNumber(context.Request.Query[Query.After], out var after) ? new() { Problem = ProblemAnswer.Malformed(Query.After) }
        : new() { After = after ?? 0, Limit = limit });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ParameterMetadata.PageAfter);
        builder.Metadata.Add(ParameterMetadata.PageLimit);
    }
}
