using System.Text.Json;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class WireTests
{
    [Fact]
    public void Read_WhatIsLeftOut_HasItsDefault()
    {
        var session = JsonSerializer.Deserialize(
            """
            {"id":"s","version":3,"status":"inQueue","channel":"c","isPrivate":false,"createdBy":"a","createdAt":"2026-03-02T09:00:00Z","expiresAt":"2026-03-02T09:30:00Z",
             "access":{"status":"none"},"fromANewerServer":{"x":[1]}}
            """,
            ServiceDeskJsonContext.Default.ServiceDeskSession).ShouldNotBeNull();

        session.Status.ShouldBe(SessionStatus.InQueue);
        session.Invited.ShouldBeEmpty();
        session.Notes.ShouldBeEmpty();
        session.Actions.ShouldBeEmpty();
        session.Access.Connected.ShouldBeEmpty();
        session.Access.LastOutcome.ShouldBeNull();
        session.Action("Take").ShouldBeNull();
    }

    [Fact]
    public void Write_Change_IsOneLineOfCamelCaseWithoutWhatIsAbsent() => JsonSerializer
        .Serialize(new() { Type = ServiceDeskChangeType.Session, Position = 7, SessionId = "s\n", Status = SessionStatus.InQueue }, ServiceDeskJsonContext.Default.ServiceDeskChange)
        .ShouldBe("""{"type":"session","position":7,"sessionId":"s\n","status":"inQueue","isGone":false}""");

    [Fact]
    public void Read_EnumAsANumber_IsRefused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize("""{"type":1,"position":7}""", ServiceDeskJsonContext.Default.ServiceDeskChange));

    [Fact]
    public void ToString_OfWhatEnters_ShowsNoSecret() => new ServiceDeskEnter { Pin = "123456", Link = "abc" }.ToString().ShouldBe("ServiceDeskEnter { Pin = ***, Link = *** }");
}
