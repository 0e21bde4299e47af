using Shouldly;
using Support.Sdk.Testing;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

public sealed class WebinarImportExplorationTests
{
    [Fact]
    [Requirement("WBN-11")]
    public void Explore_TwoChunks_EveryReachableStateKeepsEveryRule() =>
        new MachineExplorer<WebinarImportMachine, WebinarImport, WebinarImportCommand, WebinarImportEvent, WebinarImportEffect>(new WebinarImportModel(chunks: 2))
            .Explore()
            .ThrowIfFailed()
            .IsComplete.ShouldBeTrue();
}
