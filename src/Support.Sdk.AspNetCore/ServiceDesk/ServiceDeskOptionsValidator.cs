using System.Globalization;
using Microsoft.Extensions.Options;

namespace Support.Sdk.AspNetCore.ServiceDesk;

internal sealed class ServiceDeskOptionsValidator : IValidateOptions<ServiceDeskOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceDeskOptions options)
    {
        List<string> problems = [];
        Check(
            options.EndUserLink.Length == 0 || IsLink(options.EndUserLink),
            "EndUserLink must be an absolute http or https address with {token} in it, such as 'https://support.example.com/s/{token}', or empty.");
        Check(options.Languages.Count > 0 && options.Languages.All(IsLanguage), "Languages must name one culture or more, such as 'en' or 'fr-CA'.");
        Check(options.MaxBodyBytes is >= 1024 and <= 1024 * 1024, "MaxBodyBytes must be 1,024 to 1,048,576.");
        Check(options.MaxPageSize is >= 1 and <= 1000, "MaxPageSize must be 1 to 1,000.");
        Check(options.PageSize >= 1 && options.PageSize <= options.MaxPageSize, "PageSize must be 1 to MaxPageSize.");
        Check(IsBetween(options.Heartbeat, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), "Heartbeat must be 1 second to 5 minutes.");
        Check(IsBetween(options.EventStreamLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)), "EventStreamLifetime must be 1 minute to 1 day.");
        Check(options.WrongGuesses is >= 1 and <= 1000, "WrongGuesses must be 1 to 1,000.");
        Check(IsBetween(options.GuessWindow, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)), "GuessWindow must be 1 second to 1 day.");
        Check(options.MaxGuessCallers is >= 100 and <= 10_000_000, "MaxGuessCallers must be 100 to 10,000,000.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(bool isSound, string problem)
        {
            if (!isSound)
            {
                problems.Add($"{ServiceDeskOptions.Section}: {problem}");
            }
        }
    }

    private static bool IsBetween(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;

    private static bool IsLink(string template) =>
        template.Contains(Answers.SecretsAnswer.TokenPlace, StringComparison.Ordinal)
        && Uri.TryCreate(template.Replace(Answers.SecretsAnswer.TokenPlace, "t", StringComparison.Ordinal), UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    private static bool IsLanguage(string name)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(name) && CultureInfo.GetCultureInfo(name).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
