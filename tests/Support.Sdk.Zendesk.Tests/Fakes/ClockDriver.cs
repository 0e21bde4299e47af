namespace Support.Sdk.Zendesk.Tests;

internal static class ClockDriver
{
    /// <summary>Moves the clock from one due timer to the next until <paramref name="task"/> is done. The thread pool gets its turn in between; no time is waited.</summary>
    public static async Task<T> RunAsync<T>(this ManualTimeProvider clock, Task<T> task)
    {
        while (!await clock.SettleAsync(task))
        {
            var due = clock.DueTimes;
            if (due.Count == 0)
            {
                throw new InvalidOperationException("Nothing is due, and the call does not end.");
            }

            clock.AdvanceTo(due[0] > clock.GetUtcNow() ? due[0] : clock.GetUtcNow());
        }

        return await task;
    }

    private static async Task<bool> SettleAsync(this ManualTimeProvider clock, Task task)
    {
        var before = clock.DueTimes;
        for (var quiet = 0; quiet < 200 && !task.IsCompleted; quiet++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var now = clock.DueTimes;
            if (!now.SequenceEqual(before))
            {
                (before, quiet) = (now, 0);
            }
        }

        return task.IsCompleted;
    }
}
