using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.ServiceDeskConsole.Tests.Hosting;

/// <summary>A console and the people in front of it, each with a browser of their own. When the story is over nothing may have gone wrong unseen.</summary>
internal sealed partial class Desk(Chromium chromium, ConsoleServer server)
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly HashSet<int> _expectedStatuses = [];
    private bool _expectsBrokenConnections;

    public ConsoleServer Server => server;

    public ManualTimeProvider Clock => server.Clock;

    /// <summary>Runs a story; it fails too when a page threw, wrote an error or broke the content security policy.</summary>
    public static async Task RunAsync(Chromium chromium, Func<Desk, Task> story)
    {
        await using var server = await ConsoleServer.StartAsync();
        var desk = new Desk(chromium, server);
        await story(desk);
        desk._complaints.ShouldBeEmpty();
    }

    /// <summary>Chromium writes an error for every answer of 400 and more; those that belong to the story are named.</summary>
    public void Expect(int status) => _expectedStatuses.Add(status);

    /// <summary>And one for every connection that breaks off or is not taken; only a story in which the host goes away has them.</summary>
    public void ExpectBrokenConnections() => _expectsBrokenConnections = true;

    /// <summary>Somebody's browser at a page of the console.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            Locale = "en-GB",
            TimezoneId = "Europe/Paris",
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(45_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(page, message.Type, message.Text);
        page.PageError += (_, error) => Note(page, "exception", error);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A technician who signs in at the sign-in page.</summary>
    public async Task<IPage> SignInAsync(string technician, string path = "/", int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await OpenAsync(path, width, scheme);
        await page.Locator($"[data-technician={technician}]").ClickAsync();
        await page.ToBeLiveAsync();
        return page;
    }

    private void Note(IPage page, string type, string text)
    {
        if (type is not ("error" or "warning" or "exception"))
        {
            return;
        }

        if (FailedRequest.Match(text) is { Success: true } failed && _expectedStatuses.Contains(int.Parse(failed.Groups[1].ValueSpan)))
        {
            return;
        }

        if (_expectsBrokenConnections && text.Contains("net::ERR_", StringComparison.Ordinal))
        {
            return;
        }

        _complaints.Enqueue($"{page.Url}: {type}: {text}");
    }

    [GeneratedRegex(@"^Failed to load resource: the server responded with a status of (\d{3})")]
    private static partial Regex FailedRequest { get; }
}
