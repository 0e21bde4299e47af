using Shouldly;
using Support.Sdk.Benchmarks.Imports;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class ImportMeasuresTests
{
    [Fact]
    public async Task EndToEnd_FewRows_BothProgramsLeaveTheSameContacts()
    {
        await using var output = new StringWriter();

        // Throws when they do not.
        (await WebinarImportEndToEnd.RunAsync(400, 2, output, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);

        output.ToString().ShouldContain("ImportTally { Inserted = 314, Updated = 78, Skipped = 4, Invalid = 4, Failed = 0 }");
    }

    [Fact]
    public async Task Memory_FewRows_MeasuresAnImportOfAllOfThem()
    {
        await using var output = new StringWriter();

        var figures = (await WebinarImportMemory.RunAsync([400], output, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        figures.Rows.ShouldBe(400);
        figures.HeapIdle.ShouldBeGreaterThan(0);
        figures.HeapPeak.ShouldBeGreaterThan(0);
        figures.WorkingSetPeak.ShouldBeGreaterThanOrEqualTo(figures.WorkingSetIdle / 2);
        output.ToString().ShouldContain("| 400 |");
    }
}
