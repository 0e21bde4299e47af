using Microsoft.Extensions.Logging;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>Tells the test of warnings and errors.</summary>
internal sealed class TellingLoggerProvider(Action<HostMessage> tell) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new TellingLogger(tell);

    public void Dispose()
    {
    }

    private sealed class TellingLogger(Action<HostMessage> tell) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                tell(new("logged") { Id = $"{logLevel} {eventId.Name}", Detail = exception is null ? formatter(state, null) : $"{formatter(state, null)} {exception}" });
            }
        }
    }
}
