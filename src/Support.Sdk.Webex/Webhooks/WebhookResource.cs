using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>What a webhook watches.</summary>
/// <remarks>Source: fact sheet, section 5. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<WebhookResource>))]
public readonly record struct WebhookResource : IWireValue<WebhookResource>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public WebhookResource(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Meetings.</summary>
    public static WebhookResource Meetings { get; } = new("meetings");

    /// <summary>Participants of meetings.</summary>
    public static WebhookResource MeetingParticipants { get; } = new("meetingParticipants");

    /// <summary>Recordings.</summary>
    public static WebhookResource Recordings { get; } = new("recordings");

    /// <summary>Recordings of meetings and calls.</summary>
    public static WebhookResource ConvergedRecordings { get; } = new("convergedRecordings");

    /// <summary>Transcripts.</summary>
    public static WebhookResource MeetingTranscripts { get; } = new("meetingTranscripts");

    /// <summary>Messages.</summary>
    public static WebhookResource Messages { get; } = new("messages");

    /// <summary>Memberships of spaces.</summary>
    public static WebhookResource Memberships { get; } = new("memberships");

    /// <summary>Spaces.</summary>
    public static WebhookResource Rooms { get; } = new("rooms");

    /// <summary>Answers to cards.</summary>
    public static WebhookResource AttachmentActions { get; } = new("attachmentActions");

    /// <summary>Calls.</summary>
    public static WebhookResource TelephonyCalls { get; } = new("telephony_calls");

    /// <summary>Authorisations of service apps.</summary>
    public static WebhookResource ServiceApp { get; } = new("serviceApp");

    /// <summary>Everything; known to work, though not in the vendor's reference.</summary>
    public static WebhookResource All { get; } = new("all");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static WebhookResource IWireValue<WebhookResource>.Of(string value) => new(value);
}
