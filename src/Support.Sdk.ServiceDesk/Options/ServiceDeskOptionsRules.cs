using System.Net.Http.Headers;

namespace Support.Sdk.ServiceDesk;

internal static class ServiceDeskOptionsRules
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IReadOnlyList<string> Check(ServiceDeskClientOptions options)
    {
        var rules = CheckConnection(options);
        var isStatic = options.AccessToken is not null;
        rules.Require(
            isStatic != options.Credentials is not null, nameof(options.AccessToken), "must be set, or UseCredentials called in code: exactly one of them");
        if (isStatic)
        {
            rules.NotEmpty(nameof(options.AccessToken), options.AccessToken);
        }

        return rules.Failures;
    }

    public static IReadOnlyList<string> Check(ServiceDeskEndUserClientOptions options) => CheckConnection(options).Failures;

    private static OptionRules CheckConnection(ServiceDeskConnectionOptions options)
    {
        var rules = new OptionRules();
        rules.SecureAddress(nameof(options.BaseAddress), options.BaseAddress);
        rules.Require(
            options.Language is null || IsLanguage(options.Language), nameof(options.Language), "must be what an Accept-Language header holds, such as 'fr' or 'fr-CA, fr;q=0.9'");
        var events = options.Events;
        rules.Within("Events:MaxReconnectDelay", events.MaxReconnectDelay, TimeSpan.FromMilliseconds(10), Hour);
        rules.Within("Events:ReconnectDelay", events.ReconnectDelay, TimeSpan.FromMilliseconds(10), events.MaxReconnectDelay);
        rules.Within("Events:SilenceTimeout", events.SilenceTimeout, TimeSpan.FromSeconds(1), Hour);
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules;
    }

    /// <summary>Whether <paramref name="language"/> can stand in an <c>Accept-Language</c> header.</summary>
    public static bool IsLanguage(string language) =>
        language.Split(',').All(static range => StringWithQualityHeaderValue.TryParse(range, out _));
}
