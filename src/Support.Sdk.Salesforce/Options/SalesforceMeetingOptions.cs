namespace Support.Sdk.Salesforce;

/// <summary>How meetings are associated with a record (MTG-12), and among whom attendees are searched (MTG-14).</summary>
/// <remarks>
/// One record of <see cref="Object"/> per meeting. The defaults write a standard Event (fact sheet 5.1); its administrator only adds the field <see cref="KeyField"/>. Names are API
/// names. A field set to <see langword="null"/> is not written. Read anew at each call, so a change of configuration counts at once.
/// </remarks>
public sealed class SalesforceMeetingOptions
{
    /// <summary>The object of which a record is written per meeting.</summary>
    /// <value><c>Event</c> by default; or the org's own log object, such as <c>Meeting_Log__c</c>, with the fields below set to its own.</value>
    public string Object { get; set; } = "Event";

    /// <summary>The text field that keeps a meeting to one record: external id, unique, case-sensitive, at least 160 characters. Checked before each write.</summary>
    /// <value><c>Support_Sdk_Key__c</c> by default.</value>
    public string KeyField { get; set; } = "Support_Sdk_Key__c";

    /// <summary>The field that refers to the record to which the meeting belongs.</summary>
    /// <value><c>WhatId</c> by default.</value>
    public string RecordField { get; set; } = "WhatId";

    /// <summary>The field that refers to it when it is a contact or a lead.</summary>
    /// <value><c>WhoId</c> by default, as activities have it.</value>
    public string PersonField { get; set; } = "WhoId";

    /// <summary>The field of the topic, of 255 characters; longer topics are cut.</summary>
    /// <value><c>Subject</c> by default.</value>
    public string? SubjectField { get; set; } = "Subject";

    /// <summary>The field of the start, a date with time.</summary>
    /// <value><c>StartDateTime</c> by default.</value>
    public string? StartField { get; set; } = "StartDateTime";

    /// <summary>The field of the end, a date with time.</summary>
    /// <value><c>EndDateTime</c> by default.</value>
    public string? EndField { get; set; } = "EndDateTime";

    /// <summary>The field of the text: invitation, cancellation or log. Never cut: Salesforce refuses what is too long.</summary>
    /// <value><c>Description</c> by default.</value>
    public string TextField { get; set; } = "Description";

    /// <summary>The field of the join link, of 255 characters; a longer link stands in the text alone.</summary>
    /// <value><c>Location</c> by default.</value>
    public string? LinkField { get; set; } = "Location";

    /// <summary>The picklist that says whether the time is taken: <c>Busy</c>, and <c>Free</c> once the meeting is cancelled.</summary>
    /// <value><c>ShowAs</c> by default.</value>
    public string? AvailabilityField { get; set; } = "ShowAs";

    /// <summary>Whether contacts are found when attendees are searched.</summary>
    /// <value><see langword="false"/> by default: the administrator switches it on.</value>
    public bool SearchContacts { get; set; }

    /// <summary>Whether leads are found when attendees are searched.</summary>
    /// <value><see langword="false"/> by default: the administrator switches it on.</value>
    public bool SearchLeads { get; set; }

    internal IReadOnlyList<(string Option, string? Field)> Names =>
    [
        (nameof(Object), Object),
        (nameof(KeyField), KeyField),
        (nameof(RecordField), RecordField),
        (nameof(PersonField), PersonField),
        (nameof(SubjectField), SubjectField),
        (nameof(StartField), StartField),
        (nameof(EndField), EndField),
        (nameof(TextField), TextField),
        (nameof(LinkField), LinkField),
        (nameof(AvailabilityField), AvailabilityField),
    ];
}
