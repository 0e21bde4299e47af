using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

public sealed class ImportRowJsonTests
{
    [Fact]
    [Requirement("WBN-11")]
    public void WriteJson_AnyParticipant_GivesTheBytesOfTheMappedRow() =>
        Prop.ForAll(ImportSamples.Participants.ToArbitrary(), Gen.Choose(0, 1).ArrayOf(ImportSamples.Plan.Columns.Length).ToArbitrary(), static (participant, flags) =>
        {
            bool[] include = [.. flags.Select(static flag => flag == 1)];
            var mapped = ImportSamples.Plan.Read(participant);
            var kept = ImportRow.Of(mapped, 1);

            ImportSamples.Write(output => kept.WriteJson(output)).ShouldBe(ImportSamples.Write(output => mapped.WriteJson(output)));
            ImportSamples.Write(output => kept.WriteJson(output, include)).ShouldBe(ImportSamples.Write(output => mapped.WriteJson(output, include)));

            var json = Written.Text(output => kept.WriteJson(output, include, "003\"é"));
            var rest = Written.Text(output => kept.WriteJson(output, include));
            json.ShouldBe(rest == "{}" ? """{"Id":"003\"é"}""" : $$"""{"Id":"003\"é",{{rest[1..]}}""");
            using var document = JsonDocument.Parse(json);
            document.RootElement.GetProperty("Id").GetString().ShouldBe("003\"é");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void WriteJson_FlagsThatDoNotFitTheColumns_NamesTheArgument() =>
        Should.Throw<ArgumentException>(static () => Written.Text(static output => FakeRecords.Row(1, "a@example.com").WriteJson(output, new bool[2]))).ParamName.ShouldBe("include");
}
