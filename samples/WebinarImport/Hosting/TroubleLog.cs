using Microsoft.Extensions.Logging;

namespace WebinarImportSample.Hosting;

/// <summary>Remembers why something was tried again last, for people who wait: the log of the SDK says it before the state of an import does.</summary>
internal sealed class TroubleLog : ILoggerProvider, ILogger
{
    private volatile string? _newest;

    /// <summary>The newest reason, without secrets; <see langword="null"/> when there was none since <see cref="Forget"/>.</summary>
    public string? Newest => _newest;

    public void Forget() => _newest = null;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel) || state is not IEnumerable<KeyValuePair<string, object?>> values)
        {
            return;
        }

        object? vendor = null, reason = null;
        foreach (var (name, value) in values)
        {
            (vendor, reason) = name switch { "Vendor" => (value, reason), "Reason" or "Failure" => (vendor, value), _ => (vendor, reason) };
        }

        // What a whole piece of work failed for says more than why one call was tried again.
        _newest = reason is null ? _newest : vendor is null ? $"{reason}" : _newest ?? $"{vendor}: {reason}";
    }

    public void Dispose()
    {
    }
}
