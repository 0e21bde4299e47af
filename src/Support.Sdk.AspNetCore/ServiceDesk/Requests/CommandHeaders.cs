using System.Text;
using Microsoft.AspNetCore.Http;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.Running;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>The headers that say how a command is carried out: <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
internal static class CommandHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string IfMatch = "If-Match";

    /// <summary>The longest key, in characters.</summary>
    public const int MaxKeyLength = 100;

    public static (CommandOptions Options, ProblemAnswer? Problem) Read(HttpContext context, byte[] body)
    {
        long? expected = null;
        var tags = context.Request.Headers.IfMatch;
        if (tags.Count > 0 && !(tags is [{ } tag] && VersionTag.TryRead(tag, out expected)))
        {
            return (default, ProblemAnswer.Malformed(IfMatch));
        }

        return context.Request.Headers[IdempotencyKey] switch
        {
            [] => (new() { ExpectedVersion = expected }, null),
            [{ } key] when IsKey(key) => (new() { ExpectedVersion = expected, Key = CommandKey.Create(key, Fingerprint(context.Request, body)) }, null),
            _ => (default, ProblemAnswer.Malformed(IdempotencyKey)),
        };
    }

    // What a UUID, a ULID or a base64url text is made of, and nothing that a log or a proxy would change.
    private static bool IsKey(string key) => key.Length is > 0 and <= MaxKeyLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    private static byte[] Fingerprint(HttpRequest request, byte[] body) => [.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"), .. body];
}
