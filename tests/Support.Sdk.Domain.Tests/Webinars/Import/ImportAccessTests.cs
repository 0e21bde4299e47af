using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class ImportAccessTests
{
    private static readonly ImportAccess Selected = new() { Users = ["ann@example.com"], Profiles = ["Marketing"] };

    [Theory]
    [InlineData("ann@example.com", "Sales", true, null)]
    [InlineData("ANN@example.com", "Sales", true, null)]
    [InlineData("bob@example.com", "marketing", true, null)]
    [InlineData("bob@example.com", "Sales", true, "webinars.import-not-switched-on")]
    [InlineData("ann@example.com", "Marketing", false, "webinars.import-permission-required")]
    public void RefuseImport_SelectedUsersAndProfiles_AreLetInWithThePermission(string user, string profile, bool hasPermission, string? code) =>
        (Selected.RefuseImport(Person(user, profile, hasPermission))?.Code).ShouldBe(code);

    [Fact]
    public void RefuseImport_SwitchedOnForAll_ListsDoNotCount()
    {
        ImportAccess.Everybody.RefuseImport(Person("bob@example.com", "Sales", true)).ShouldBeNull();
        ImportAccess.Everybody.RefuseImport(Person("bob@example.com", "Sales", false))!.Code.ShouldBe("webinars.import-permission-required");
        ImportAccess.Nobody.RefuseImport(Person("bob@example.com", "Sales", true))!.Code.ShouldBe("webinars.import-not-switched-on");
    }

    [Fact]
    public void RefuseConfigure_NeedsThePermissionAlone()
    {
        ImportAccess.RefuseConfigure(Person("bob@example.com", "Sales", true)).ShouldBeNull();
        var refusal = ImportAccess.RefuseConfigure(Person("ann@example.com", "Marketing", false))!;
        refusal["permission"]!.Value.AsText().ShouldBe("Webex Import Admin");
        refusal.Definition.Remedies.ShouldHaveSingleItem().Kind.ShouldBe(RemedyKind.Ask);
    }

    [Fact]
    public void Equals_SameLists_IsTrue()
    {
        (Selected == new ImportAccess { Users = ["ann@example.com"], Profiles = ["Marketing"] }).ShouldBeTrue();
        (Selected == Selected with { Profiles = ["Sales"] }).ShouldBeFalse();
    }

    private static Actor Person(string user, string profile, bool hasPermission) => new(user, roles: [profile], permissions: hasPermission ? [ImportAccess.ImportAdmin] : []);
}
