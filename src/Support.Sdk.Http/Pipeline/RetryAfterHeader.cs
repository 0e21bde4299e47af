using System.Globalization;

namespace Support.Sdk.Http;

/// <summary>Reads <c>Retry-After</c> in every form that was seen: seconds, HTTP date, rubbish (Webex once sent <c>rand(30),add(30)</c>), nothing.</summary>
internal static class RetryAfterHeader
{
    /// <returns>The wait the vendor demands, or <see langword="null"/> when there is no such header.</returns>
    public static Demand? Read(HttpResponseMessage response, SupportHttpOptions options, TimeProvider clock)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = string.Join(',', values).Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && !double.IsNaN(seconds))
        {
            return new(Clamp(seconds, options), IsReadable: true);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? new(Clamp((date - clock.GetUtcNow()).TotalSeconds, options), IsReadable: true)
            : new(options.DefaultRetryAfter, IsReadable: false);
    }

    private static TimeSpan Clamp(double seconds, SupportHttpOptions options) =>
        seconds <= options.MinRetryAfter.TotalSeconds ? options.MinRetryAfter
        : seconds >= options.MaxRetryAfter.TotalSeconds ? options.MaxRetryAfter
        : TimeSpan.FromSeconds(seconds);

    public readonly record struct Demand(TimeSpan Wait, bool IsReadable);
}
