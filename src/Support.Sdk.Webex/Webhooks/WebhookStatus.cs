using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>Whether a webhook is delivered.</summary>
/// <remarks>Source: fact sheet, section 5. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<WebhookStatus>))]
public readonly record struct WebhookStatus : IWireValue<WebhookStatus>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public WebhookStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>It is.</summary>
    public static WebhookStatus Active { get; } = new("active");

    /// <summary>The vendor switched it off after its target failed.</summary>
    public static WebhookStatus Inactive { get; } = new("inactive");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static WebhookStatus IWireValue<WebhookStatus>.Of(string value) => new(value);
}
