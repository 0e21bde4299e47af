using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Salesforce;
using Support.Sdk.Webex;

namespace WebinarImportSample.Hosting;

/// <summary>What is wrong with settings, by their keys; never their values, which may be secret.</summary>
internal static partial class WrongSettings
{
    public static BadInputException Of(Exception problem, IConfiguration settings) => problem switch
    {
        OptionsValidationException wrong => Of(wrong, SectionOf(wrong.OptionsType.FullName)),
        _ when UnknownPattern().Match(problem.Message) is { Success: true } unknown => new(
            string.Join(", ", unknown.Groups["name"].Captures.Select(name => KeyOf(settings, SectionOf(unknown.Groups["type"].Value), name.Value))), InputRefusals.SettingUnknown.Refuse()),
        _ when FormPattern().Match(problem.Message) is { Success: true } form => new(form.Groups["key"].Value, InputRefusals.SettingOfAnotherForm.Refuse()),
        _ => new("appsettings.json", InputRefusals.SettingsWrong.Refuse(InputRefusals.Sentence(problem.Message))),
    };

    // The settings are named by the type of the options and their names in it.
    private static BadInputException Of(OptionsValidationException wrong, string section) => new(
        section, InputRefusals.SettingsWrong.Refuse(InputRefusals.Sentence(string.Join("; ", wrong.Failures.Select(failure => failure.Replace(wrong.OptionsType.Name + ": ", section + ":", StringComparison.Ordinal))))));

    // The binder names the last part of a key alone, and a type that several sections may have.
    private static string KeyOf(IConfiguration settings, string section, string name) => settings.AsEnumerable()
        .Select(static setting => setting.Key)
        .Where(key => key.EndsWith(":" + name, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(key => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault() ?? $"{section}:{name}";

    private static string SectionOf(string? type) =>
        type == typeof(WebexOptions).FullName || type?.StartsWith(typeof(WebexOptions).Namespace + ".", StringComparison.Ordinal) == true ? "Webex"
        : type?.StartsWith(typeof(SalesforceOptions).Namespace + ".", StringComparison.Ordinal) == true ? "Salesforce"
        : SupportSdkOptions.Section;

    // As the configuration binder says it.
    [GeneratedRegex("not found on the instance of (?<type>[^:]+): (?:'(?<name>[^']+)'(?:, )?)+")]
    private static partial Regex UnknownPattern();

    [GeneratedRegex("^Failed to convert configuration value .* at '(?<key>[^']+)' to type", RegexOptions.Singleline)]
    private static partial Regex FormPattern();
}
