namespace Support.Sdk.Zendesk;

/// <summary>How webhooks are verified (fact sheet 11).</summary>
public sealed class ZendeskWebhookOptions
{
    /// <summary>The signing secrets as Zendesk shows them: one per webhook, several while one is replaced. Without any, every webhook is turned away. Secret.</summary>
    public IList<string> SigningSecrets { get; } = [];

    /// <summary>How far the signed timestamp may lie from now, on either side. Zendesk documents none.</summary>
    /// <value>5 minutes by default; 1 second to 24 hours.</value>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether test requests signed with Zendesk's public test secret (<see cref="Webhooks.ZendeskWebhookVerifier.TestSecret"/>) count as genuine. Anybody can forge them: never in production.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool AcceptTestSecret { get; set; }
}
