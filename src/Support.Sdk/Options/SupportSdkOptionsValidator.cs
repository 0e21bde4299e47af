using Microsoft.Extensions.Options;
using Support.Sdk.Meetings;

namespace Support.Sdk.Options;

internal sealed class SupportSdkOptionsValidator : IValidateOptions<SupportSdkOptions>
{
    public ValidateOptionsResult Validate(string? name, SupportSdkOptions options)
    {
        List<string> problems = [];
        Check(options.HostName.Length <= 200, "HostName must have at most 200 characters.");
        Check(options.MaxDecisionAttempts is >= 1 and <= 100, "MaxDecisionAttempts must be 1 to 100.");
        Check(options.Effects.MaxAttempts is >= 1 and <= 1000, "Effects.MaxAttempts must be 1 to 1,000.");
        Check(options.Effects.Concurrency is >= 1 and <= 1000, "Effects.Concurrency must be 1 to 1,000.");
        Check(options.Effects.BaseDelay > TimeSpan.Zero, "Effects.BaseDelay must be positive.");
        Check(options.Effects.MaxDelay >= options.Effects.BaseDelay, "Effects.MaxDelay must not be less than Effects.BaseDelay.");
        Check(IsLease(options.Effects.Lease), "Effects.Lease must be 1 second to 1 hour.");
        Check(IsPoll(options.Effects.PollInterval), "Effects.PollInterval must be 10 milliseconds to 1 minute.");
        Check(options.Deadlines.BatchSize is >= 1 and <= 1000, "Deadlines.BatchSize must be 1 to 1,000.");
        Check(IsLease(options.Deadlines.Lease), "Deadlines.Lease must be 1 second to 1 hour.");
        Check(IsPoll(options.Deadlines.PollInterval), "Deadlines.PollInterval must be 10 milliseconds to 1 minute.");
        Check(options.Meetings.StartLead >= TimeSpan.Zero && options.Meetings.StartLead <= TimeSpan.FromDays(1), "Meetings.StartLead must be 0 to 1 day.");
        Check(
            Languages.IsKnown(options.Meetings.DeletionReplyLanguage),
            $"Meetings.DeletionReplyLanguage '{options.Meetings.DeletionReplyLanguage}' is no culture. Use a name such as 'en' or 'fr-CA'.");
        Check(options.Sessions.PinLength is >= 4 and <= 12, "Sessions.PinLength must be 4 to 12.");
        Check(options.Sessions.MaxSecretDraws is >= 1 and <= 1000, "Sessions.MaxSecretDraws must be 1 to 1,000.");
        Check(options.Sessions.Feed.ListenerBuffer is >= 1 and <= 100_000, "Sessions.Feed.ListenerBuffer must be 1 to 100,000.");
        Check(options.Sessions.Feed.MaxReplay is >= 0 and <= 1_000_000, "Sessions.Feed.MaxReplay must be 0 to 1,000,000.");
        Check(options.Sessions.Feed.RememberedStreams is >= 1 and <= 1_000_000, "Sessions.Feed.RememberedStreams must be 1 to 1,000,000.");
        Check(IsPoll(options.Sessions.Feed.RetryDelay), "Sessions.Feed.RetryDelay must be 10 milliseconds to 1 minute.");
        Check(options.Webinars.ChunkRows is >= 200 and <= 50_000, "Webinars.ChunkRows must be 200 to 50,000.");
        Check(options.Webinars.BulkThreshold is >= 1 and <= 1_000_000, "Webinars.BulkThreshold must be 1 to 1,000,000.");
        Check(options.Webinars.LookupRows is >= 1 and <= 10_000, "Webinars.LookupRows must be 1 to 10,000.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(bool isSound, string problem)
        {
            if (!isSound)
            {
                problems.Add($"{SupportSdkOptions.Section}: {problem}");
            }
        }
    }

    private static bool IsLease(TimeSpan value) => value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromHours(1);

    private static bool IsPoll(TimeSpan value) => value >= TimeSpan.FromMilliseconds(10) && value <= TimeSpan.FromMinutes(1);
}
