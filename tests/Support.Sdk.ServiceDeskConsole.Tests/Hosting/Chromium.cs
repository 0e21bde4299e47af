using Microsoft.Playwright;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Support.Sdk.ServiceDeskConsole.Tests.Hosting;

/// <summary>
/// One Chromium for all tests of the assembly; a context of its own for each person. Where none is installed tests are skipped, unless SUPPORT_SDK_REQUIRE names "browser".
/// SUPPORT_SDK_CHROMIUM says where it is when it is not where Debian puts it.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("SUPPORT_SDK_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        // A machine under load is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(45_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A browser of somebody's own: no cookies, no storage, nothing cached.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            const string Missing = "There is no Chromium: install it (apt-get install chromium), or name it in SUPPORT_SDK_CHROMIUM.";
            Assert.SkipUnless(IsRequired, Missing);
            Assert.Fail(Missing);
        }

        return _browser.NewContextAsync(options);
    }

    private static bool IsRequired =>
        (Environment.GetEnvironmentVariable("SUPPORT_SDK_REQUIRE") ?? "").Split([',', ';', ' ']).Contains("browser", StringComparer.OrdinalIgnoreCase);
}
