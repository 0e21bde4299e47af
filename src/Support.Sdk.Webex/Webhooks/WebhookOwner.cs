using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>On whose behalf a webhook watches.</summary>
/// <remarks>Source: fact sheet, section 5. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<WebhookOwner>))]
public readonly record struct WebhookOwner : IWireValue<WebhookOwner>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public WebhookOwner(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The person who made it.</summary>
    public static WebhookOwner Creator { get; } = new("creator");

    /// <summary>The whole organisation; needs administrator scopes.</summary>
    public static WebhookOwner Org { get; } = new("org");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static WebhookOwner IWireValue<WebhookOwner>.Of(string value) => new(value);
}
