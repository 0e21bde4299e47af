using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Which page of a list of sessions: <c>?after=&amp;limit=</c>.</summary>
internal sealed class PageQuery : IBindableFromHttpContext<PageQuery>, IBound, IEndpointParameterMetadataProvider
{
    public string? After { get; private init; }

    public int Limit { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static ValueTask<PageQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<PageQuery?>(Read(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ParameterMetadata.PageAfter);
        builder.Metadata.Add(ParameterMetadata.PageLimit);
    }

    private static PageQuery Read(HttpContext context)
    {
        if (!Query.TryLimit(context, out var limit))
        {
            return new() { Problem = ProblemAnswer.Malformed(Query.Limit) };
        }

        return context.Request.Query[Query.After] switch
        {
            [] => new() { Limit = limit },
            [{ } after] when Identifiers.IsId(after) => new() { After = after, Limit = limit },
            _ => new() { Problem = ProblemAnswer.Malformed(Query.After) },
        };
    }
}
