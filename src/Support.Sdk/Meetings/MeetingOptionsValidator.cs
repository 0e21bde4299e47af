using Microsoft.Extensions.Options;

namespace Support.Sdk.Meetings;

internal sealed class MeetingOptionsValidator : IValidateOptions<MeetingOptions>
{
    public ValidateOptionsResult Validate(string? name, MeetingOptions options)
    {
        if (options.StartLead < TimeSpan.Zero || options.StartLead > TimeSpan.FromDays(1))
        {
            return ValidateOptionsResult.Fail($"{MeetingOptions.Section}: StartLead must be 0 to 1 day.");
        }

        return Languages.IsKnown(options.DeletionReplyLanguage)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{MeetingOptions.Section}: DeletionReplyLanguage '{options.DeletionReplyLanguage}' is no culture. Use a name such as 'en' or 'fr-CA'.");
    }
}
