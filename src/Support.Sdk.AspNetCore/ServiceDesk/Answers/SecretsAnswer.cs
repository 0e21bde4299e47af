using Microsoft.AspNetCore.Http;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>PIN and link of a session, for its technicians.</summary>
internal static class SecretsAnswer
{
    public const string TokenPlace = "{token}";

    public static IResult Of(SessionSecrets secrets, string template) => JsonAnswer.Of(_ => new ServiceDeskSecrets
    {
        Pin = secrets.Pin,
        LinkToken = secrets.LinkToken,
        Link = template.Length == 0 ? null : template.Replace(TokenPlace, secrets.LinkToken, StringComparison.Ordinal),
    });
}
