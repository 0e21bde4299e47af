namespace Support.Sdk.Zendesk.Account;

/// <summary>The account (fact sheet 9). Immutable and thread-safe.</summary>
public class AccountClient
{
    private static readonly VendorOperation SettingsOperation = new("zendesk.account.settings", RetryMeaning.Safe);
    private readonly VendorTransport _transport;

    internal AccountClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected AccountClient() => _transport = null!;

    /// <summary>Shows the settings; the caller must be an agent.</summary>
    public virtual async Task<AccountSettings> ShowSettingsAsync(CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(SettingsOperation, VendorPath.Of($"api/v2/account/settings"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.AccountSettingsEnvelope, cancellationToken).ConfigureAwait(false)).Settings;
    }
}
