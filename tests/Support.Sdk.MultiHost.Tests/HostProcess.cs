using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Support.Sdk.PostgreSql.Host;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>One life of a host: a process of its own, until it is killed or its input ends.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly Ledger _ledger;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _trapped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<HostMessage?>> _asked = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private bool _gone;

    public HostProcess(string name, string connectionString, string schema, TimeSpan lease, Ledger ledger)
    {
        Name = name;
        _ledger = ledger;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "Support.Sdk.PostgreSql.Host.dll"),
            connectionString, schema, name, lease.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        Ended = Task.Run(ReadAsync);
    }

    public string Name { get; }

    /// <summary>Ends when the host takes commands.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends when the host has walked into the trap that was armed.</summary>
    public Task Trapped => _trapped.Task;

    /// <summary>Ends when everything that the host ever said was heard.</summary>
    public Task Ended { get; }

    /// <summary>Gives a command.</summary>
    /// <returns>The answer; <see langword="null"/> when the host died first.</returns>
    public Task<HostMessage?> AskAsync(HostCommand command)
    {
        var asked = _asked[command.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Write(command);
        return asked.Task;
    }

    public void Arm(Trap trap) => Write(new("", "arm", "", "") { Subject = trap.ToString() });

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public void Kill() => _process.Kill();

    public async Task StopAsync()
    {
        lock (_writing)
        {
            _process.StandardInput.Close();
        }

        await Ended;
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}: {await _errors}");
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Write(HostCommand command)
    {
        lock (_writing)
        {
            if (_gone)
            {
                Lose(command.Id);
                return;
            }

            try
            {
                _process.StandardInput.BaseStream.Write(Wire.Write(command, WireJson.Default.HostCommand));
                _process.StandardInput.BaseStream.Flush();
            }
            catch (IOException)
            {
                // Killed: what it had not answered is lost when its output has ended.
            }
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Wire.Read(line, WireJson.Default.HostMessage) is { } message)
            {
                Hear(message);
            }
        }

        await _process.WaitForExitAsync();
        lock (_writing)
        {
            _gone = true;
        }

        _ready.TrySetException(new InvalidOperationException($"{Name} ended before it was ready: {await _errors}"));
        foreach (var id in _asked.Keys)
        {
            Lose(id);
        }
    }

    private void Lose(string id)
    {
        if (_asked.TryRemove(id, out var asked))
        {
            asked.TrySetResult(null);
        }
    }

    private void Hear(HostMessage message)
    {
        switch (message.Kind)
        {
            case "ready":
                _ready.TrySetResult();
                break;
            case "trapped":
                _trapped.TrySetResult();
                break;
            case "answered" or "failed" when _asked.TryRemove(message.Id, out var asked):
                asked.TrySetResult(message);
                break;
            default:
                _ledger.Hear(message);
                break;
        }
    }
}
