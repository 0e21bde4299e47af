using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.ServiceDesk;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>Texts in one caller's language.</summary>
internal sealed class Wording(TextCatalog texts, CultureInfo culture)
{
    public string Language => culture.Name;

    /// <summary>The language that the caller wants most among those that are offered; the first of these when he wants none of them.</summary>
    public static Wording For(HttpContext context)
    {
        var offered = context.RequestServices.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.Languages;
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value, offered))
            .FirstOrDefault(match => match is not null);
        return new(context.RequestServices.GetRequiredService<TextCatalog>(), CultureInfo.GetCultureInfo(wanted ?? offered[0]));
    }

    public string Of(Refusal refusal) => texts.Write(refusal, culture);

    public ServiceDeskRefusal Describe(Refusal refusal) => new()
    {
        Code = refusal.Code,
        Text = Of(refusal),
        Values = ValuesOf(refusal),
        Remedies = RemediesOf(refusal),
        NotBefore = refusal.NotBefore,
    };

    public static IReadOnlyDictionary<string, string>? ValuesOf(Refusal refusal) => refusal.Values.Count == 0
        ? null
        : refusal.Definition.Parameters.Zip(refusal.Values).ToDictionary(value => value.First, value => value.Second.ToString(), StringComparer.Ordinal);

    public static IReadOnlyList<ServiceDeskRemedy>? RemediesOf(Refusal refusal) => refusal.Definition.Remedies is { Count: > 0 } remedies
        ? [.. remedies.Select(remedy => new ServiceDeskRemedy { Kind = remedy.Kind, Subject = remedy.Subject })]
        : null;

    // fr-CA is served by fr, as the catalog does; * is whatever comes first.
    private static string? Match(string? wanted, IList<string> offered)
    {
        for (var name = wanted ?? ""; name.Length > 0; name = name.LastIndexOf('-') is var cut and >= 0 ? name[..cut] : "")
        {
            if (name == "*")
            {
                return offered[0];
            }

            if (offered.FirstOrDefault(language => language.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match)
            {
                return match;
            }
        }

        return null;
    }
}
