using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sqlite;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Running;

/// <summary>Keys in a store that outlives the process and is shared with others.</summary>
public sealed class DurableKeyTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("support-sdk-keys-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SqliteStoreOptions File => new() { Path = Path.Combine(_directory.FullName, "support.db"), Durability = SqliteDurability.Normal };

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Execute_ManyAtOnceOnTwoHosts_EachKeyTakesPlaceOnce()
    {
        await using var first = new SqliteMachineStore(File);
        await using var second = new SqliteMachineStore(File);
        await using var tower = new BellTower(first, configure: Patient);
        await using var other = new BellTower(second, tower.Clock, Patient, "other");
        BellTower[] hosts = [tower, other];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => NoteAsync(hosts[i % 2], $"key {i / 10}"), Cancel)));

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted);
        (await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.Order().ShouldBe(["key 0", "key 1", "key 2", "key 3"]);
    }

    [Fact]
    public async Task Execute_RepeatedAfterARestart_TakesPlaceOnce()
    {
        await using (var store = new SqliteMachineStore(File))
        {
            await using var tower = new BellTower(store);
            await NoteAsync(tower, "k1");
        }

        await using var reopened = new SqliteMachineStore(File);
        await using var restarted = new BellTower(reopened);

        (await NoteAsync(restarted, "k1")).ValueOrThrow().Version.ShouldBe(1);
    }

    private static void Patient(Options.SupportSdkOptions options) => options.MaxDecisionAttempts = 100;

    private static async Task<Outcome<MachineView<Bell>>> NoteAsync(BellTower tower, string key) =>
        await tower.Runner.ExecuteAsync(
            BellMachine.Stream("a"),
            new BellCommand.Note(key),
            BellTower.Anna,
            new CommandOptions { Key = CommandKey.Create(key, "note"u8) },
            Cancel);
}
