using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Tests.StateMachines;

public sealed class IdentifierTests
{
    [Fact]
    public void StreamId_Parsed_FallsIntoMachineAndKey()
    {
        var id = StreamId.Parse("meetings/zendesk:acme:1/2");

        (id.Machine, id.Key).ShouldBe(("meetings", "zendesk:acme:1/2"));
        id.ShouldBe(StreamId.Create("meetings", "zendesk:acme:1/2"));
        id.ToString().ShouldBe("meetings/zendesk:acme:1/2");
        (default(StreamId).Machine, default(StreamId).Key, default(StreamId).ToString()).ShouldBe(("", "", ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("/key")]
    [InlineData("machine/")]
    [InlineData("machine/a\nb")]
    public void StreamId_NoStream_Throws(string text) => Should.Throw<ArgumentException>(() => StreamId.Parse(text));

    [Fact]
    public void StreamId_TooLong_Throws()
    {
        StreamId.Create("m", new string('k', StreamId.MaxLength - 2)).Value.Length.ShouldBe(StreamId.MaxLength);
        Should.Throw<ArgumentException>(() => StreamId.Create("m", new string('k', StreamId.MaxLength - 1))).ParamName.ShouldBe("key");
        Should.Throw<ArgumentException>(() => StreamId.Create("m/n", "k")).ParamName.ShouldBe("machine");
    }

    [Fact]
    public void EffectId_Parsed_IsWhatWasWritten()
    {
        var id = new EffectId(StreamId.Create("meetings", "a/b"), 3, 1);

        id.ToString().ShouldBe("meetings/a/b/3/1");
        EffectId.Parse(id.ToString()).ShouldBe(id);
    }

    [Theory]
    [InlineData("meetings/a/3")]
    [InlineData("meetings/a/3/x")]
    [InlineData("meetings/a/-3/0")]
    [InlineData("3/0")]
    public void EffectId_NoEffect_Throws(string text) => Should.Throw<ArgumentException>(() => EffectId.Parse(text));

    [Theory]
    [InlineData("zendesk", "acme", "35436", "zendesk:acme:35436")]
    [InlineData("salesforce", "", "500xx000003DHP0AAO", "salesforce::500xx000003DHP0AAO")]
    public void WorkItemRef_Parsed_IsWhatWasWritten(string system, string account, string id, string text)
    {
        var workItem = new WorkItemRef(system, account, id);

        workItem.ToString().ShouldBe(text);
        WorkItemRef.Parse(text).ShouldBe(workItem);
    }

    [Theory]
    [InlineData("Zendesk", "", "1", "system")]
    [InlineData("", "", "1", "system")]
    [InlineData("zendesk", "a:b", "1", "account")]
    [InlineData("zendesk", "", "1/2", "id")]
    [InlineData("zendesk", "", " ", "id")]
    public void WorkItemRef_PartNotAllowed_Throws(string system, string account, string id, string parameter) =>
        Should.Throw<ArgumentException>(() => new WorkItemRef(system, account, id)).ParamName.ShouldBe(parameter);

    [Theory]
    [InlineData("zendesk:1")]
    [InlineData("zendesk:a:b:1")]
    [InlineData("Zendesk::1")]
    [InlineData("")]
    public void WorkItemRef_NotOfTheForm_Throws(string text) => Should.Throw<FormatException>(() => WorkItemRef.Parse(text));

    [Fact]
    public void WorkItemStatus_ComparesWithoutRegardToCaseAndKeepsTheSystemsWord()
    {
        new WorkItemStatus("Solved").ShouldBe(WorkItemStatus.Solved);
        (new WorkItemStatus("SOLVED") == WorkItemStatus.Solved).ShouldBeTrue();
        (WorkItemStatus.Open != WorkItemStatus.Pending).ShouldBeTrue();
        new WorkItemStatus("Solved").GetHashCode().ShouldBe(WorkItemStatus.Solved.GetHashCode());
        new WorkItemStatus("Waiting for parts").ToString().ShouldBe("Waiting for parts");
        default(WorkItemStatus).ToString().ShouldBe("");
        Should.Throw<ArgumentException>(() => new WorkItemStatus(" ")).ParamName.ShouldBe("value");
    }
}
