using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>A webhook that arrived: what happened to which resource.</summary>
/// <remarks>
/// Immutable and thread-safe. Verify it before it is parsed: <see cref="Verify"/>. The data are a stub of the resource, and never hold its secret content (fact
/// sheet, section 5): read the resource for more.
/// </remarks>
public sealed class WebexWebhookMessage
{
    /// <summary>The header of the signature.</summary>
    public const string SignatureHeader = "X-Spark-Signature";

    private readonly WebhookEnvelope _envelope;

    private WebexWebhookMessage(WebhookEnvelope envelope) => _envelope = envelope;

    /// <summary>The webhook's id.</summary>
    public string Id => _envelope.Id ?? "";

    /// <summary>The webhook's name.</summary>
    public string? Name => _envelope.Name;

    /// <summary>What it is about.</summary>
    public WebhookResource Resource => _envelope.Resource;

    /// <summary>What happened.</summary>
    public WebhookEvent Event => _envelope.Event;

    /// <summary>The webhook's filter.</summary>
    public string? Filter => _envelope.Filter;

    /// <summary>The organisation.</summary>
    public string? OrgId => _envelope.OrgId;

    /// <summary>Who made the webhook.</summary>
    public string? CreatedBy => _envelope.CreatedBy;

    /// <summary>The integration.</summary>
    public string? AppId => _envelope.AppId;

    /// <summary>On whose behalf the webhook watches.</summary>
    public WebhookOwner OwnedBy => _envelope.OwnedBy;

    /// <summary>When the webhook itself was made (UTC): not when the event happened. A recorded delivery shows them a month apart.</summary>
    public DateTimeOffset? WebhookCreated => _envelope.Created;

    /// <summary>Who caused the event.</summary>
    public string? ActorId => _envelope.ActorId;

    /// <summary>The stub of the resource, as it came; of kind <see cref="JsonValueKind.Undefined"/> when there was none.</summary>
    public JsonElement Data => _envelope.Data;

    /// <summary>Verifies the signature: HMAC-SHA1 over the raw bytes, in hexadecimal.</summary>
    /// <param name="secrets">The secrets that count at present. Without any, nothing is genuine.</param>
    /// <param name="signature">The header <see cref="SignatureHeader"/>, or <see langword="null"/> when it is missing.</param>
    /// <param name="body">The body as it came, before any parsing.</param>
    public static WebhookVerification Verify(IEnumerable<string> secrets, string? signature, ReadOnlySpan<byte> body) =>
        WebhookSignature.Verify(WebhookSignatureFormat.HmacSha1Hex, secrets, signature, body);

    /// <summary>Parses a body that was verified.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="message">The message; <see langword="null"/> when the body is no webhook: no JSON object, or without resource or event.</param>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebexWebhookMessage? message)
    {
        message = null;
        try
        {
            var envelope = JsonSerializer.Deserialize(body, WebexJson.Default.WebhookEnvelope);
            if (envelope is not null && envelope.Resource != default && envelope.Event != default)
            {
                message = new(envelope);
            }
        }
        catch (JsonException)
        {
            // Told by the result: what arrives from outside may be anything.
            return false;
        }

        return message is not null;
    }

    /// <summary>The meeting, of messages about <see cref="WebhookResource.Meetings"/>; <see langword="null"/> for others, and where the data are none.</summary>
    public WebexMeeting? ReadMeeting() => Resource == WebhookResource.Meetings ? Read(WebexJson.Default.WebexMeeting) : null;

    /// <summary>The participant, of messages about <see cref="WebhookResource.MeetingParticipants"/>; <see langword="null"/> for others, and where the data are none.</summary>
    public MeetingParticipant? ReadParticipant() => Resource == WebhookResource.MeetingParticipants ? Read(WebexJson.Default.MeetingParticipant) : null;

    /// <summary>What happened to what; no data.</summary>
    public override string ToString() => $"{Resource}.{Event}";

    private T? Read<T>(System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (Data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return Data.Deserialize(type);
        }
        catch (JsonException)
        {
            // The vendor does not document the data of these events: a field of another type leaves the caller with Data.
            return null;
        }
    }
}
