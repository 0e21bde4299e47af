using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>Writes bodies in the wire's JSON, whatever the host has set for its own endpoints.</summary>
internal static class JsonAnswer
{
    private const string Json = "application/json";

    /// <summary>A body that is made in the caller's language when the answer is written.</summary>
    public static IResult Of<TValue>(Func<Wording, TValue> write, int status = StatusCodes.Status200OK, long? version = null, string? location = null)
        where TValue : class => new Answer<TValue>(write, status, version, location);

    public static JsonTypeInfo<TValue> TypeOf<TValue>()
        where TValue : class =>
        (JsonTypeInfo<TValue>?)ServiceDeskJsonContext.Default.GetTypeInfo(typeof(TValue))
            ?? throw new InvalidOperationException($"{typeof(TValue)} is no type of the wire. Add it to {nameof(ServiceDeskJsonContext)}.");

    public static async Task WriteAsync<TValue>(HttpContext context, Wording wording, int status, TValue value, JsonTypeInfo<TValue> type, string contentType = Json)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;

        // What is said depends on who asks and when, and some of it is nobody else's: no cache keeps it.
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = wording.Language;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private sealed class Answer<TValue>(Func<Wording, TValue> write, int status, long? version, string? location) : IResult
        where TValue : class
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (version is { } tag)
            {
                httpContext.Response.Headers.ETag = Requests.VersionTag.Of(tag);
            }

            if (location is not null)
            {
                httpContext.Response.Headers.Location = location;
            }

            var wording = Wording.For(httpContext);
            return WriteAsync(httpContext, wording, status, write(wording), TypeOf<TValue>());
        }
    }
}
