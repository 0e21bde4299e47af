using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>Keeps every log line with its parameters.</summary>
internal sealed class LogCollector : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var parameters = state is IReadOnlyList<KeyValuePair<string, object?>> pairs ? string.Join(" ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        Lines.Enqueue($"{logLevel} {formatter(state, exception)} {parameters} {exception}");
    }

    public void Dispose()
    {
    }
}
