using System.Diagnostics;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests;

internal static class ClockDriver
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    /// <summary>
    /// What one look counts for at most. If more time has passed since the last one, the machine ran neither this loop nor, it may be, the work that the loop waits for: that is no rest.
    /// </summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// How long nothing must move before a time-out may be believed. A thread that lost its processor looks like a call that hangs; on a loaded machine
    /// impatience here would let attempts time out that were about to be answered.
    /// </summary>
    private static readonly TimeSpan RestBeforeTimeout = TimeSpan.FromMilliseconds(600);

    /// <summary>Timers that are this far away may be time-outs.</summary>
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(19);

    /// <summary>Moves the clock from one due timer to the next until <paramref name="task"/> is done. Running continuations come to rest in between.</summary>
    public static async Task<T> RunAsync<T>(this ManualTimeProvider clock, Task<T> task)
    {
        while (!await clock.SettleAsync(task))
        {
            var mayBeTimeout = clock.DueTimes is [var next, ..] && next - clock.GetUtcNow() >= ShortestTimeout;
            if (mayBeTimeout && await SettleAsync(clock, task, RestBeforeTimeout))
            {
                break;
            }

            if (clock.DueTimes is [var due, ..] && due >= clock.GetUtcNow() && (mayBeTimeout || due - clock.GetUtcNow() < ShortestTimeout))
            {
                clock.AdvanceTo(due);
            }
        }

        return await task;
    }

    /// <summary>
    /// Like <see cref="RunAsync"/>, but moves the clock as soon as a short timer is there: for work that does nothing else while it waits for one, such as a pause before the next attempt.
    /// </summary>
    public static async Task<T> RunThroughPausesAsync<T>(this ManualTimeProvider clock, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (clock.DueTimes is [var due, ..] && due >= clock.GetUtcNow() && due - clock.GetUtcNow() < ShortestTimeout)
            {
                clock.AdvanceTo(due);
            }

            await Task.Yield();
        }

        return await task;
    }

    /// <summary>Lets running continuations come to rest: no timer came or went for a while in which the machine ran this process. Whether <paramref name="task"/> is done.</summary>
    public static Task<bool> SettleAsync(this ManualTimeProvider clock, Task task) => SettleAsync(clock, task, Rest);

    private static async Task<bool> SettleAsync(ManualTimeProvider clock, Task task, TimeSpan rest)
    {
        var before = clock.DueTimes;
        var looked = Stopwatch.GetTimestamp();
        var rested = TimeSpan.Zero;
        while (!task.IsCompleted && rested < rest)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var look = Stopwatch.GetElapsedTime(looked);
            looked = Stopwatch.GetTimestamp();
            var now = clock.DueTimes;
            if (!now.SequenceEqual(before))
            {
                before = now;
                rested = TimeSpan.Zero;
            }
            else
            {
                rested += look < LongestLook ? look : LongestLook;
            }
        }

        return task.IsCompleted;
    }
}
