using System.Globalization;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Salesforce;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>An org beside the other vendors: its administrator has added the key field to Event, an object whose records take activities, and an object for logs.</summary>
internal sealed class Org : IAsyncDisposable
{
    public const string Visit = "Visit__c";

    public const string Log = "Meeting_Log__c";

    private static readonly SalesforceField Key = SalesforceField.Text("Support_Sdk_Key__c", 255) with { ExternalId = true, Unique = true, CaseSensitive = true };
    private static readonly SalesforceField NumberedName = SalesforceField.Text("Name", 80) with { Writable = false };

    private Org(SalesforceEmulator emulator)
    {
        Emulator = emulator;
        emulator.AddField("Event", Key);
        emulator.AddObject(Visit, "Visit", "a01");
        emulator.AllowActivities(Visit);
        emulator.AddObject(
            Log,
            "Meeting log",
            "a02",
            NumberedName,
            Key,
            SalesforceField.Reference("Record__c", "Record__r", "Account", "Case", Visit),
            SalesforceField.Reference("Person__c", "Person__r", "Contact", "Lead"),
            SalesforceField.Text("Topic__c", 255),
            SalesforceField.DateTime("Start__c"),
            SalesforceField.LongText("Text__c"));
        Token = emulator.CreateAccessToken();
    }

    public SalesforceEmulator Emulator { get; }

    public string Token { get; }

    /// <summary>How the administrator of the host application has set meetings up.</summary>
    public Action<SalesforceMeetingOptions> Meetings { get; set; } = _ => { };

    public static async Task<Org> StartAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        new(await SalesforceEmulator.StartAsync(new SalesforceEmulatorOptions { TimeProvider = clock, SessionTimeout = TimeSpan.FromDays(1) }, cancellationToken));

    /// <summary>Meetings are written to the org's own object instead of Event.</summary>
    public static void UseLog(SalesforceMeetingOptions meetings)
    {
        meetings.Object = Log;
        meetings.RecordField = "Record__c";
        meetings.PersonField = "Person__c";
        meetings.SubjectField = "Topic__c";
        meetings.StartField = "Start__c";
        meetings.TextField = "Text__c";
        meetings.EndField = meetings.LinkField = meetings.AvailabilityField = null;
    }

    public WorkItemRef Add(string objectName) => new(WorkItemRef.Salesforce, "", Emulator.AddRecord(objectName, objectName switch
    {
        "Contact" => [("LastName", "Lovelace")],
        "Lead" => [("LastName", "Lovelace"), ("Company", "Engines")],
        "Case" => [("Subject", "Printer")],
        _ => [("Name", "Engines")],
    }));

    /// <summary>The events on a record.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Events(WorkItemRef item) => Emulator.Query(
        $"SELECT Subject, WhatId, WhoId, StartDateTime, EndDateTime, ActivityDateTime, DurationInMinutes, Location, ShowAs, Description FROM Event WHERE WhatId = '{item.Id}' OR WhoId = '{item.Id}'");

    /// <summary>The records of the org's own object about a record.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Logs(WorkItemRef item) => Emulator.Query(
        $"SELECT Record__c, Person__c, Topic__c, Start__c, Text__c FROM {Log} WHERE Record__c = '{item.Id}' OR Person__c = '{item.Id}'");

    /// <summary>An instant as the org writes it.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
