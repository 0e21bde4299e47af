using Spectre.Console;
using Spectre.Console.Rendering;

namespace WebinarImportSample.Output;

/// <summary>How many rows are done, and their rate; with a bar and the remaining time where it is known how many there are. Lines now and then where nobody looks on.</summary>
internal sealed class RowProgress(Screen screen, TimeProvider time, string title, long? total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly RowPace _pace = new(time);

    /// <summary>How many rows were done since the first number was told.</summary>
    public long New => _pace.New;

    /// <param name="work">The work; tells how many rows are done, and at its end whether that is all.</param>
    public Task RunAsync(Func<Action<long>, Task<bool>> work)
    {
        if (!screen.IsInteractive)
        {
            return ReportAsync(work);
        }

        ProgressColumn[] columns = total is null
            ? [new TaskDescriptionColumn(), new SpinnerColumn(), new PaceColumn(this)]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new PaceColumn(this)];
        return screen.Output.Progress().Columns(columns).StartAsync(async progress =>
        {
            var task = progress.AddTask(screen.Words.Write(title), maxValue: total ?? double.MaxValue);
            task.IsIndeterminate = total is null;
            var isComplete = await work(rows =>
            {
                _pace.Report(rows);
                task.Value = rows;
            });
            if (isComplete)
            {
                task.MaxValue = double.Max(task.Value, 1);
                task.Value = task.MaxValue;
            }

            task.StopTask();
        });
    }

    private async Task ReportAsync(Func<Action<long>, Task<bool>> work)
    {
        var last = time.GetTimestamp();
        _ = await work(rows =>
        {
            _pace.Report(rows);
            if (time.GetElapsedTime(last) >= Pause)
            {
                last = time.GetTimestamp();
                screen.Raw($"{screen.Words.Write(title)}  {Describe()}");
            }
        });
    }

    private string Describe()
    {
        var text = total is { } all
            ? screen.Words.Write("progress.of", ("rows", screen.Number(_pace.Rows)), ("total", screen.Number(all)), ("rate", screen.Number(_pace.Rate)))
            : screen.Words.Write("progress.rows", ("rows", screen.Number(_pace.Rows)), ("rate", screen.Number(_pace.Rate)));
        return total is { } end && _pace.Until(end) is { } left ? $"{text}, {screen.Words.Write("progress.left", ("time", $"{left:hh\\:mm\\:ss}"))}" : text;
    }

    private sealed class PaceColumn(RowProgress progress) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(progress.Describe());
    }
}
