using System.Globalization;

namespace Support.Sdk.Salesforce.Limits;

/// <summary>
/// How much of the org's daily budget of calls is used, as the answers so far said (<c>Sforce-Limit-Info</c>; fact sheet 10). The budget counts all applications of the
/// org over the last 24 hours; once it is used up, calls are refused with 403 <c>REQUEST_LIMIT_EXCEEDED</c>.
/// </summary>
/// <remarks>Thread-safe; one per account. Costs nothing to read: no call is made for it.</remarks>
public sealed class ApiBudget
{
    private readonly TimeProvider _clock;
    private volatile ApiUsage? _current;

    /// <summary>Creates a budget that knows nothing yet.</summary>
    /// <param name="clock">The clock by which readings are dated.</param>
    public ApiBudget(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

    /// <summary>The latest reading; <see langword="null"/> until the first answer that has one.</summary>
    public ApiUsage? Current => _current;

    /// <summary>Whether at least <paramref name="calls"/> calls are left as far as known; true while nothing is known.</summary>
    /// <param name="calls">How many calls are needed, and to be left to others.</param>
    public bool Allows(long calls) => _current is not { } usage || usage.Remaining >= calls;

    /// <summary>Takes note of a header: <c>api-usage=18/5000; per-app-api-usage=17/250(appName=x)</c>. What makes no sense is left out.</summary>
    internal void Observe(string header)
    {
        (long Used, long Max)? org = null;
        (long Used, long Max)? app = null;
        foreach (var part in header.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("api-usage=", StringComparison.OrdinalIgnoreCase))
            {
                org = Fraction(part["api-usage=".Length..]);
            }
            else if (part.StartsWith("per-app-api-usage=", StringComparison.OrdinalIgnoreCase))
            {
                app = Fraction(part["per-app-api-usage=".Length..].Split('(')[0]);
            }
        }

        if (org is { } known)
        {
            _current = new(known.Used, known.Max, _clock.GetUtcNow(), app?.Used, app?.Max);
        }
    }

    private static (long Used, long Max)? Fraction(string text) =>
        text.Split('/') is [var used, var max]
        && long.TryParse(used, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && long.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : null;
}
