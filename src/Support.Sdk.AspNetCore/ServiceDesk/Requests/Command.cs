using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.OpenApi;
using Support.Sdk.Running;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>A command that says all with its address.</summary>
internal sealed class Command : IBindableFromHttpContext<Command>, IBound, IEndpointParameterMetadataProvider
{
    public CommandOptions Options { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static ValueTask<Command?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (options, problem) = CommandHeaders.Read(context, []);
        return ValueTask.FromResult<Command?>(new() { Options = options, Problem = problem });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ParameterMetadata.IdempotencyKey);
        builder.Metadata.Add(ParameterMetadata.IfMatch);
    }
}
