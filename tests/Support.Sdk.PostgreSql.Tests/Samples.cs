using System.Text;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;

namespace Support.Sdk.PostgreSql.Tests;

internal static class Samples
{
    public static readonly StreamId Stream = StreamId.Create("meetings", "1");

    public static readonly DateTimeOffset At = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    public static ReadOnlyMemory<byte> Json { get; } = Encoding.UTF8.GetBytes("""{"n":1}""");

    public static ISecretProtector Protector(byte fill = 7, string id = "k1") => new AesGcmSecretProtector(new SecretKey(id, Enumerable.Repeat(fill, SecretKey.Length).ToArray()));

    public static StreamCommit Commit(StreamId stream, long expectedVersion = 0) => new()
    {
        Stream = stream,
        ExpectedVersion = expectedVersion,
        Events = [new(new("meetings", 1, "happened", Json), new("", "a", "b"))],
        Snapshot = new("meetings", 1, Json),
        Effects = [new(new(stream, expectedVersion + 1, 0), Json)],
        ActorId = "agent",
        At = At,
    };
}
