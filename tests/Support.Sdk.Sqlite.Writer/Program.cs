using System.Text;
using Support.Sdk.Sqlite;
using Support.Sdk.Stores;

// Commits two events and an effect again and again, and says after each commit which version is durable, until it is killed.
var stream = StreamId.Create("meetings", args[1]);
var json = Encoding.UTF8.GetBytes("{}");
await using var store = new SqliteMachineStore(new() { Path = args[0] });
for (var version = 0L; ; version += 2)
{
    var result = await store.CommitAsync(new()
    {
        Stream = stream,
        ExpectedVersion = version,
        Events = [new(new("meetings", 1, "first", json), new("", "a", "b")), new(new("meetings", 1, "second", json), new("", "b", "a"))],
        Snapshot = new("meetings", 1, Encoding.UTF8.GetBytes($"{version + 2}")),
        Effects = [new(new(stream, version + 2, 0), json)],
        ActorId = "writer",
        At = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero),
    });
    if (result.Status is not CommitStatus.Committed)
    {
        return 1;
    }

    Console.WriteLine(result.Version);
}
