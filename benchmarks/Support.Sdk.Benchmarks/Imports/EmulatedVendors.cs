using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>Webex with a webinar of any size, and a Salesforce org that begins as every other one, on ports of this machine. Bulk jobs wait for nothing but their work.</summary>
internal sealed class EmulatedVendors : IAsyncDisposable
{
    private EmulatedVendors(WebexEmulator webex, SalesforceEmulator salesforce, VendorAddresses addresses) => (Webex, Salesforce, Addresses) = (webex, salesforce, addresses);

    public WebexEmulator Webex { get; }

    public SalesforceEmulator Salesforce { get; }

    public VendorAddresses Addresses { get; }

    /// <summary>Starts and fills them.</summary>
    /// <param name="rows">How many registrants the webinar has.</param>
    /// <param name="away">How much longer each answer takes than the work for it: the way there and back; zero for loopback alone.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<EmulatedVendors> StartAsync(int rows, TimeSpan away = default, CancellationToken cancellationToken = default)
    {
        var webex = await WebexEmulator.StartAsync(cancellationToken: cancellationToken);
        var host = webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
        var webinar = webex.AddWebinar(host, ImportCase.Webinar(rows));
        var warmUp = webex.AddWebinar(host, ImportCase.WarmUp);
        var salesforce = await SalesforceEmulator.StartAsync(
            new SalesforceEmulatorOptions { BulkQueueTime = TimeSpan.Zero, BulkBatchTime = TimeSpan.Zero, DailyApiRequests = 10_000_000 }, cancellationToken);
        ImportCase.Seed(salesforce, rows);
        if (away > TimeSpan.Zero)
        {
            webex.Faults.On("*", "/*").Always().Delay(away);
            salesforce.Faults.On("*", "/*").Always().Delay(away);
        }

        return new(
            webex,
            salesforce,
            new VendorAddresses(webex.ApiAddress, host.AccessToken, webinar.SeriesId, warmUp.SeriesId, salesforce.InstanceUrl, salesforce.CreateAccessToken()));
    }

    /// <summary>A digest of all contacts, whatever their order and ids.</summary>
    public string StateOfContacts()
    {
        string[] fields = [.. ImportCase.Mapping.Fields.Select(static pair => pair.Field)];
        var contacts = Salesforce.Query($"SELECT {string.Join(", ", fields)} FROM Contact")
            .Select(contact => string.Join('\u001f', fields.Select(field => contact[field])))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', contacts))));
    }

    public async ValueTask DisposeAsync()
    {
        await Salesforce.DisposeAsync();
        await Webex.DisposeAsync();
    }
}
