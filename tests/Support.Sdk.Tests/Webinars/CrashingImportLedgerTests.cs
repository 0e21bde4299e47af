using Shouldly;
using Support.Sdk.Testing;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

public sealed class CrashingImportLedgerTests
{
    private static readonly ImportChunk Chunk = new("import", 1, "rows"u8.ToArray());
    private static readonly LedgerScope Scope = new("", "Lead", "webinar");
    private static readonly LedgerEntry Entry = new(Scope, "record", "import", 1, new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero));

    private readonly InMemoryImportLedger _survivor = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "before write chunk", false)]
    [InlineData(1, "after write chunk", true)]
    public async Task WriteAsync_ProcessDies_WroteOnlyWhatCameBefore(int at, string step, bool written)
    {
        var plan = new CrashPlan(at);
        var ledger = new CrashingImportLedger(_survivor, plan);

        await Should.ThrowAsync<CrashException>(async () => await ledger.WriteAsync(Chunk, [Entry], Token));

        plan.Struck.ShouldBe(step);
        (await _survivor.ReadChunksAsync("import", cancellationToken: Token).CountAsync(Token)).ShouldBe(written ? 1 : 0);
        (await _survivor.FindAsync(Scope, ["record"], Token)).Count.ShouldBe(written ? 1 : 0);
    }

    [Theory]
    [InlineData(2, "before remove chunks", 1)]
    [InlineData(3, "after remove chunks", 0)]
    public async Task RemoveChunksAsync_ProcessDies_RemovedOnlyWhatCameBefore(int at, string step, int left)
    {
        var plan = new CrashPlan(at);
        var ledger = new CrashingImportLedger(_survivor, plan);
        await ledger.WriteAsync(Chunk, [Entry], Token);

        await Should.ThrowAsync<CrashException>(async () => await ledger.RemoveChunksAsync("import", cancellationToken: Token));

        plan.Struck.ShouldBe(step);
        (await _survivor.ReadChunksAsync("import", cancellationToken: Token).CountAsync(Token)).ShouldBe(left);
    }

    [Fact]
    public async Task Reads_NoCrash_TakeNoStep()
    {
        var plan = new CrashPlan(4);
        var ledger = new CrashingImportLedger(_survivor, plan);
        await ledger.WriteAsync(Chunk, [Entry], Token);

        (await ledger.ReadChunksAsync("import", 0, Token).ToListAsync(Token)).ShouldHaveSingleItem().Number.ShouldBe(1);
        (await ledger.FindAsync(Scope, ["record"], Token)).ShouldBe([Entry]);
        (await ledger.ReadAsync(Scope, Token).ToListAsync(Token)).ShouldBe([Entry]);
        (await ledger.ReadRecordsAsync("", "Lead", Token).ToListAsync(Token)).ShouldBe(["record"]);
        (await ledger.RemoveChunksAsync("import", cancellationToken: Token)).ShouldBe(1);

        plan.HasStruck.ShouldBeFalse();
        Should.Throw<CrashException>(() => plan.Step("the fifth"));
    }
}
