namespace Support.Sdk.Webhooks;

/// <summary>The result of receiving a webhook.</summary>
/// <param name="Disposition">What became of it.</param>
/// <param name="Reason">A stable code of the reason, such as <c>bad-signature</c>; empty when there is nothing to explain. Not for the sender.</param>
public readonly record struct WebhookResult(WebhookDisposition Disposition, string Reason = "");
