using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>What the whole org may do in a day (fact sheet sections 9 and 10).</summary>
internal sealed class ApiBudget(SalesforceEmulatorOptions options)
{
    private readonly DailyAllowance _requests = new(options.DailyApiRequests, options.TimeProvider);
    private readonly DailyAllowance _queryJobs = new(options.DailyBulkQueryJobs, options.TimeProvider);

    /// <summary>The header every answer bears.</summary>
    public string Info => $"api-usage={_requests.Used}/{_requests.Max}";

    /// <summary>The batches in which ingest jobs are processed.</summary>
    public DailyAllowance Batches { get; } = new(options.DailyBulkBatches, options.TimeProvider);

    /// <summary>Counts a request; those within a composite were counted with it.</summary>
    public void Take(EmulatorRequest request)
    {
        if (!request.IsNested)
        {
            Require(_requests.TryTake());
        }
    }

    /// <summary>Refuses an ingest job that could process nothing today.</summary>
    public void RequireBatch() => Require(Batches.Used < Batches.Max);

    /// <summary>Counts a query job.</summary>
    public void TakeQueryJob() => Require(_queryJobs.TryTake());

    public EmulatorResponse Limits(SalesforceCall call)
    {
        _ = call;
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["DailyApiRequests"] = Entry(_requests),
            ["DailyBulkApiBatches"] = Entry(Batches),
            ["DailyBulkV2QueryJobs"] = Entry(_queryJobs),
            ["HourlyPublishedPlatformEvents"] = new JsonObject { ["Max"] = 250_000, ["Remaining"] = 250_000 },
        });
    }

    /// <summary>The code of every budget that is used up; for batches and query jobs that is an assumption.</summary>
    private static void Require(bool isLeft)
    {
        if (!isLeft)
        {
            throw new RefusalException(SalesforceErrors.For(403));
        }
    }

    private static JsonObject Entry(DailyAllowance allowance) => new() { ["Max"] = allowance.Max, ["Remaining"] = allowance.Max - allowance.Used };
}
