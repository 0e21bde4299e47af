using System.Globalization;

namespace Support.Sdk.Zendesk;

/// <summary>Reads the rate-limit headers of fact sheet 5, in all spellings that were seen.</summary>
internal sealed class ZendeskRateLimitReader : IRateLimitReader
{
    private const string BucketPrefix = "zendesk-ratelimit-";
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    public void Read(HttpResponseMessage response, ICollection<RateLimitReading> readings)
    {
        var remaining = First(response, "ratelimit-remaining", "rate-limit-remaining", "X-Rate-Limit-Remaining");
        if (remaining is { } left)
        {
            var limit = First(response, "ratelimit-limit", "rate-limit-limit", "rate-limit", "X-Rate-Limit");
            readings.Add(new(null, left, Window(First(response, "ratelimit-reset", "rate-limit-reset")), limit));
        }

        foreach (var (name, value) in response.Headers.NonValidated)
        {
            if (name.StartsWith(BucketPrefix, StringComparison.OrdinalIgnoreCase) && ReadBucket(name[BucketPrefix.Length..], value.ToString()) is { } bucket)
            {
                readings.Add(bucket);
            }
        }
    }

    /// <summary><c>total=100; remaining=99; resets=41</c>.</summary>
    private static RateLimitReading? ReadBucket(string name, string value)
    {
        int? total = null;
        int? remaining = null;
        int? resets = null;
        foreach (var part in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            if (equals < 0 || Number(part[(equals + 1)..]) is not { } number)
            {
                continue;
            }

            switch (part[..equals].Trim().ToLowerInvariant())
            {
                case "total":
                    total = number;
                    break;
                case "remaining":
                    remaining = number;
                    break;
                case "resets":
                    resets = number;
                    break;
            }
        }

        return remaining is { } left ? new(name.ToLowerInvariant(), left, Window(resets), total) : null;
    }

    private static int? First(HttpResponseMessage response, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) && Number(values.ToString()) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Window(int? seconds) =>
        seconds is { } set && TimeSpan.FromSeconds(set) is var window && window <= LongestWindow ? window : null;
}
