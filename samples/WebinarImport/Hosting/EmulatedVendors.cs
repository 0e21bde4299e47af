using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;

namespace WebinarImportSample.Hosting;

/// <summary>Webex and Salesforce in miniature on ports of this machine. What they hold is gone with the process.</summary>
internal sealed class EmulatedVendors : IAsyncDisposable
{
    private EmulatedVendors(WebexEmulator webex, SalesforceEmulator salesforce, IReadOnlyDictionary<string, string?> settings) =>
        (Webex, Salesforce, Settings) = (webex, salesforce, settings);

    public WebexEmulator Webex { get; }

    public SalesforceEmulator Salesforce { get; }

    /// <summary>The settings by which this process, or another one, finds them.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<EmulatedVendors> StartAsync(int rows, CancellationToken cancellationToken)
    {
        var webex = await WebexEmulator.StartAsync(cancellationToken: cancellationToken);
        var host = webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
        var webinar = webex.AddWebinar(host, DemoWebinar.Seed(rows));
        var salesforce = await SalesforceEmulator.StartAsync(cancellationToken: cancellationToken);
        DemoWebinar.AddContacts(salesforce, rows);
        return new(webex, salesforce, new Dictionary<string, string?>
        {
            ["Webex:BaseAddress"] = webex.ApiAddress.AbsoluteUri,
            ["Webex:AccessToken"] = host.AccessToken,
            ["Salesforce:BaseAddress"] = salesforce.InstanceUrl.AbsoluteUri,
            ["Salesforce:AccessToken"] = salesforce.CreateAccessToken(),
            ["Import:Webinar"] = webinar.SeriesId,
            ["Import:Campaign"] = salesforce.AddRecord("Campaign", ("Name", "Spring webinar")),
            ["Import:Rows"] = rows.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Salesforce.DisposeAsync();
        await Webex.DisposeAsync();
    }
}
