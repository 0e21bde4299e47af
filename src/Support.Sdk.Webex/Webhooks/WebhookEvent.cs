using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>What happened to the resource.</summary>
/// <remarks>Source: fact sheet, section 5. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<WebhookEvent>))]
public readonly record struct WebhookEvent : IWireValue<WebhookEvent>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public WebhookEvent(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>It was created.</summary>
    public static WebhookEvent Created { get; } = new("created");

    /// <summary>It was changed.</summary>
    public static WebhookEvent Updated { get; } = new("updated");

    /// <summary>It was deleted.</summary>
    public static WebhookEvent Deleted { get; } = new("deleted");

    /// <summary>It was started.</summary>
    public static WebhookEvent Started { get; } = new("started");

    /// <summary>It ended.</summary>
    public static WebhookEvent Ended { get; } = new("ended");

    /// <summary>Somebody joined.</summary>
    public static WebhookEvent Joined { get; } = new("joined");

    /// <summary>Somebody left.</summary>
    public static WebhookEvent Left { get; } = new("left");

    /// <summary>Its id changed.</summary>
    public static WebhookEvent Migrated { get; } = new("migrated");

    /// <summary>It was authorised.</summary>
    public static WebhookEvent Authorized { get; } = new("authorized");

    /// <summary>Its authorisation was withdrawn.</summary>
    public static WebhookEvent Deauthorized { get; } = new("deauthorized");

    /// <summary>Its status changed.</summary>
    public static WebhookEvent StatusChanged { get; } = new("statusChanged");

    /// <summary>Any event; known to work, though not in the vendor's reference.</summary>
    public static WebhookEvent All { get; } = new("all");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static WebhookEvent IWireValue<WebhookEvent>.Of(string value) => new(value);
}
