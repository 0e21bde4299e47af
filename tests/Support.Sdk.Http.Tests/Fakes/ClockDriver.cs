using System.Diagnostics;
using Support.Sdk.Testing;

namespace Support.Sdk.Http.Tests;

internal static class ClockDriver
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    /// <summary>Moves the clock from one due timer to the next until <paramref name="task"/> is done. Running continuations come to rest in between.</summary>
    public static async Task<T> RunAsync<T>(this ManualTimeProvider clock, Task<T> task)
    {
        while (!await clock.SettleAsync(task))
        {
            if (clock.DueTimes is [var due, ..] && due >= clock.GetUtcNow())
            {
                clock.AdvanceTo(due);
            }
        }

        return await task;
    }

    /// <summary>Lets running continuations come to rest: no timer came or went, and no work was queued, for a while. Whether <paramref name="task"/> is done.</summary>
    public static async Task<bool> SettleAsync(this ManualTimeProvider clock, Task task)
    {
        var before = clock.DueTimes;
        var quietSince = Stopwatch.GetTimestamp();
        while (!task.IsCompleted && Stopwatch.GetElapsedTime(quietSince) < Quiet)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var now = clock.DueTimes;
            if (ThreadPool.PendingWorkItemCount > 0 || !now.SequenceEqual(before))
            {
                before = now;
                quietSince = Stopwatch.GetTimestamp();
            }
        }

        return task.IsCompleted;
    }
}
