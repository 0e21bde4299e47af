using Spectre.Console;
using Spectre.Console.Rendering;

namespace WebinarImportSample.Output;

/// <summary>A progress bar over rows, with their rate; with the remaining time where it is known how many there are.</summary>
internal static class RowProgress
{
    /// <param name="screen">Where it is shown.</param>
    /// <param name="title">The key of its title.</param>
    /// <param name="total">How many rows there are; <see langword="null"/> when that is not known.</param>
    /// <param name="work">The work; tells how many rows are done.</param>
    public static Task RunAsync(Screen screen, string title, long? total, Func<Action<long>, Task> work)
    {
        ProgressColumn[] columns = total is null
            ? [new TaskDescriptionColumn(), new SpinnerColumn(), new RateColumn(screen)]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(screen), new RemainingTimeColumn()];
        return screen.Output.Progress().Columns(columns).StartAsync(async progress =>
        {
            var task = progress.AddTask(screen.Words.Write(title), maxValue: total ?? double.MaxValue);
            task.IsIndeterminate = total is null;
            await work(rows => task.Value = rows);
            task.MaxValue = task.Value;
            task.StopTask();
        });
    }

    private sealed class RateColumn(Screen screen) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var rate = task.ElapsedTime is { TotalSeconds: > 0 } elapsed ? (long)(task.Value / elapsed.TotalSeconds) : 0;
            return new Text(screen.Words.Write("unit.rate", ("rate", screen.Number(rate))));
        }
    }
}
