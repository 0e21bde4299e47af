using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>Webex with a webinar of any size, and Salesforce orgs that all began alike, on ports of this machine. Bulk jobs wait for nothing but their work.</summary>
internal sealed class EmulatedVendors : IAsyncDisposable
{
    private EmulatedVendors(WebexEmulator webex, SalesforceEmulator salesforce, VendorAddresses addresses) => (Webex, Salesforce, Addresses) = (webex, salesforce, addresses);

    public WebexEmulator Webex { get; }

    public SalesforceEmulator Salesforce { get; }

    public VendorAddresses Addresses { get; }

    public static async Task<EmulatedVendors> StartAsync(int rows, CancellationToken cancellationToken = default)
    {
        var webex = await WebexEmulator.StartAsync(cancellationToken: cancellationToken);
        var host = webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
        var webinar = webex.AddWebinar(host, ImportCase.Webinar(rows));
        var warmUp = webex.AddWebinar(host, ImportCase.WarmUp);
        var salesforce = await SalesforceEmulator.StartAsync(
            new SalesforceEmulatorOptions { BulkQueueTime = TimeSpan.Zero, BulkBatchTime = TimeSpan.Zero, DailyApiRequests = 10_000_000 }, cancellationToken);
        ImportCase.Seed(salesforce, rows);
        return new(
            webex,
            salesforce,
            new VendorAddresses(webex.ApiAddress, host.AccessToken, webinar.SeriesId, warmUp.SeriesId, salesforce.InstanceUrl, salesforce.CreateAccessToken()));
    }

    public async ValueTask DisposeAsync()
    {
        await Salesforce.DisposeAsync();
        await Webex.DisposeAsync();
    }
}
