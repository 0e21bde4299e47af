using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>From where a stream of events resumes: the header <c>Last-Event-ID</c>, which browsers send by themselves, or else <c>?after=</c>.</summary>
internal sealed class EventsQuery : IBindableFromHttpContext<EventsQuery>, IBound, IEndpointParameterMetadataProvider
{
    public const string LastEventId = "Last-Event-ID";

    public long? After { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static ValueTask<EventsQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers[LastEventId];
        var (name, values) = header.Count > 0 ? (LastEventId, header) : (Query.After, context.Request.Query[Query.After]);
        return ValueTask.FromResult<EventsQuery?>(Query.TryNumber(values, out var after) ? new() { After = after } : new() { Problem = ProblemAnswer.Malformed(name) });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ParameterMetadata.LastEventId);
        builder.Metadata.Add(ParameterMetadata.EventsAfter);
    }
}
