namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>Answers as the server writes them.</summary>
internal static class Bodies
{
    public const string Session =
        """
        {"id":"s1","version":3,"status":"active","channel":"desk","isPrivate":false,"createdBy":"ana","createdAt":"2026-03-02T09:00:00Z","expiresAt":"2026-03-02T10:00:00Z",
         "assignee":"ana","invited":["bob"],"device":{"isOnline":true},"access":{"status":"requested","requestId":"r1","requestedBy":"ana","answerBy":"2026-03-02T09:01:00Z","connected":[]},
         "notes":[],"actions":[{"name":"Take","availability":"refused","refusal":{"code":"sessions.already-assigned","text":"Taken.","values":{"technician":"ana"}}}],"futureField":{"x":[1]}}
        """;

    public const string Channel =
        """{"id":"desk","version":2,"name":"Desk","isPrivate":false,"isDefault":false,"settings":{"timeOutSeconds":3600},"members":[{"technician":"ana","canRelease":true}],"actions":[]}""";

    public const string EndUserSession =
        """{"id":"s1","version":3,"status":"active","access":"requested","requestId":"r1","requestedBy":"ana","answerBy":"2026-03-02T09:01:00Z","connected":[],"expiresAt":"2026-03-02T10:00:00Z"}""";

    public const string Ticket = "t1ck3t-of-the-end-user";

    public const string Entry = $$"""{"ticket":"{{Ticket}}","session":{{EndUserSession}}}""";

    public const string Secrets = """{"pin":"918273","linkToken":"l1nk-t0ken-of-the-session","link":"https://desk.test/help/l1nk-t0ken-of-the-session"}""";

    /// <summary>An event of the live feed.</summary>
    public static string Event(string type, long position, string more = "") =>
        $$"""
        id: {{position}}
        event: {{type}}
        data: {"type":"{{type}}","position":{{position}}{{more}}}


        """.ReplaceLineEndings("\n");

    public static string Changed(long position) => Event("session", position, $$""","sessionId":"s{{position}}","kind":"session-taken","version":{{position}}""");
}
