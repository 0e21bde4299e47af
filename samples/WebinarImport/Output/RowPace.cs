namespace WebinarImportSample.Output;

/// <summary>How fast rows get done, from the first number that is told: what an earlier call did does not count.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class RowPace(TimeProvider time)
{
    private readonly Lock _gate = new();
    private (long Rows, long At)? _first;
    private long _rows;

    /// <summary>How many rows are done, those of earlier calls too.</summary>
    public long Rows
    {
        get
        {
            lock (_gate)
            {
                return _rows;
            }
        }
    }

    /// <summary>How many of them since the first number.</summary>
    public long New
    {
        get
        {
            lock (_gate)
            {
                return _first is { } first ? _rows - first.Rows : 0;
            }
        }
    }

    /// <summary>Rows a second.</summary>
    public long Rate
    {
        get
        {
            lock (_gate)
            {
                return _first is { } first && time.GetElapsedTime(first.At) is { TotalSeconds: > 0 } elapsed ? (long)((_rows - first.Rows) / elapsed.TotalSeconds) : 0;
            }
        }
    }

    public void Report(long rows)
    {
        lock (_gate)
        {
            _first ??= (rows, time.GetTimestamp());
            _rows = rows;
        }
    }

    /// <summary>How long it will take to so many rows; <see langword="null"/> as long as that cannot be said.</summary>
    public TimeSpan? Until(long total) => Rate is > 0 and var rate && total > Rows ? TimeSpan.FromSeconds(Math.Ceiling((total - Rows) / (double)rate)) : null;
}
