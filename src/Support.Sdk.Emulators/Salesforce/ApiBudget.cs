using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>The requests of a day, one budget for the whole org (fact sheet section 10).</summary>
internal sealed class ApiBudget(SalesforceEmulatorOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly RequestQuota _quota = new(options.DailyApiRequests, Day);
    private int _used;
    private DateTimeOffset _endsAt = DateTimeOffset.MinValue;

    /// <summary>The header every answer bears.</summary>
    public string Info => $"api-usage={Used}/{options.DailyApiRequests}";

    /// <summary>Requests counted in the day that runs.</summary>
    public int Used => options.TimeProvider.GetUtcNow() < _endsAt ? _used : 0;

    /// <summary>Counts a request; those within a composite were counted with it.</summary>
    public void Take(EmulatorRequest request)
    {
        if (request is { IsNested: true })
        {
            return;
        }

        var state = _quota.Take("org", request.At);
        (_used, _endsAt) = (state.Limit - state.Remaining, request.At + state.ResetsIn);
        if (!state.Accepted)
        {
            throw new RefusalException(SalesforceErrors.For(403));
        }
    }

    public EmulatorResponse Limits(SalesforceCall call)
    {
        _ = call;
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["DailyApiRequests"] = Entry(options.DailyApiRequests, options.DailyApiRequests - Used),
            ["DailyBulkApiBatches"] = Entry(15_000, 15_000),
            ["DailyBulkV2QueryJobs"] = Entry(10_000, 10_000),
            ["HourlyPublishedPlatformEvents"] = Entry(250_000, 250_000),
        });
    }

    private static JsonObject Entry(int max, int remaining) => new() { ["Max"] = max, ["Remaining"] = remaining };
}
