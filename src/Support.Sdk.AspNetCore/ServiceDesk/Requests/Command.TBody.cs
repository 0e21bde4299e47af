using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.Running;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>A command with a body. Anything but JSON is turned away by the routing (415), so that no form on another site can send one.</summary>
internal sealed class Command<TBody> : IBindableFromHttpContext<Command<TBody>>, IBound, IEndpointParameterMetadataProvider
    where TBody : class
{
    private readonly TBody? _body;

    private Command(TBody? body) => _body = body;

    public TBody Body => _body ?? throw new InvalidOperationException("The body could not be read. The endpoint must not be called then.");

    public CommandOptions Options { get; private init; }

    public ProblemAnswer? Problem { get; private init; }

    public static async ValueTask<Command<TBody>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (json, problem) = await RequestBody.ReadAsync(context).ConfigureAwait(false);
        if (problem is not null)
        {
            return new(null) { Problem = problem };
        }

        var (options, malformedHeader) = CommandHeaders.Read(context, json);
        var (body, malformedBody) = RequestBody.Parse<TBody>(json);
        return new(body) { Options = options, Problem = malformedHeader ?? malformedBody };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(TBody), RequestBody.IsOptional(JsonAnswer.TypeOf<TBody>())));
        Command.PopulateMetadata(parameter, builder);
    }
}
