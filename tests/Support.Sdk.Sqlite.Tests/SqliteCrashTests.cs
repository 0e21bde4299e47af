using System.Diagnostics;
using System.Globalization;
using System.Text;
using Shouldly;
using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteCrashTests : IDisposable
{
    private readonly StoreDirectory _directory = new();
    private readonly List<Process> _writers = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var writer in _writers)
        {
            // Does nothing to one that has ended; one that a failed test left behind would write for ever.
            writer.Kill();
            writer.WaitForExit();
            writer.Dispose();
        }

        _directory.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Commit_ProcessesKilledWhileWriting_LoseNothingAndLeaveNothingHalf()
    {
        var first = Start("first");
        var second = Start("second");
        // Both have committed, and are in the middle of it; this process reads meanwhile.
        var reported = new[] { await ReadAsync(first, 25), await ReadAsync(second, 25) };
        await using var store = new SqliteMachineStore(_directory.Options);
        (await store.LoadAsync(StreamId.Create("meetings", "first"), Token)).ShouldNotBeNull();

        first.Kill();
        second.Kill();

        reported = [Math.Max(reported[0], await DrainAsync(first)), Math.Max(reported[1], await DrainAsync(second))];
        foreach (var (key, durable) in new[] { "first", "second" }.Zip(reported))
        {
            var stream = StreamId.Create("meetings", key);
            var record = (await store.LoadAsync(stream, Token)).ShouldNotBeNull();
            record.Version.ShouldBeGreaterThanOrEqualTo(durable, "a commit that was reported is there");
            (record.Version % 2).ShouldBe(0, "no commit is there by half");
            Encoding.UTF8.GetString(record.Snapshot.Data.Span).ShouldBe($"{record.Version}");
            var events = 0L;
            await foreach (var recorded in store.ReadEventsAsync(stream, 0, Token))
            {
                recorded.Version.ShouldBe(++events);
            }

            events.ShouldBe(record.Version);
            (await store.CommitAsync(Samples.Commit(stream, record.Version), Token)).Status.ShouldBe(CommitStatus.Committed, "the dead process left no lock");
        }
    }

    private Process Start(string key)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Support.Sdk.Sqlite.Writer.dll"));
        start.ArgumentList.Add(_directory.File);
        start.ArgumentList.Add(key);
        var process = Process.Start(start)!;
        _writers.Add(process);
        return process;
    }

    private static async Task<long> ReadAsync(Process process, int commits)
    {
        var version = 0L;
        for (var i = 0; i < commits; i++)
        {
            var line = (await process.StandardOutput.ReadLineAsync(Token)).ShouldNotBeNull("the writer ended by itself");
            version = long.Parse(line, CultureInfo.InvariantCulture);
        }

        return version;
    }

    /// <summary>What the process had reported when it died. The last line may be cut off by the end of the process and does not count then.</summary>
    private static async Task<long> DrainAsync(Process process)
    {
        var rest = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        var whole = rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return whole is [.., var last] ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
    }
}
