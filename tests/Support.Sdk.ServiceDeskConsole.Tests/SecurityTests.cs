using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.ServiceDeskConsole.Hosting;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

public sealed class SecurityTests(Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_OutsideDevelopmentWithoutAuthentication_DoesNotStart()
    {
        var thrown = await Should.ThrowAsync<SignInMissingException>(async () => await (await ConsoleServer.StartAsync("Production")).DisposeAsync());
        thrown.Message.ShouldContain("README.md");
    }

    [Fact]
    public async Task DemoSignIn_OutsideDevelopment_DoesNotExist()
    {
        await using var server = await ConsoleServer.StartAsync("Production", builder =>
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie());
        using var client = Client(server);
        foreach (var path in new[] { "/sign-in", "/sign-in.html", "/pages/sign-in.html", "/console/demo-technicians" })
        {
            (await client.GetAsync(path, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await SignInAsync(client, own: true)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/console/settings", Token)).ShouldContain("\"demoSignIn\":false");
        (await client.GetAsync("/", Token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Pages_ForWhoIsNotSignedIn_LeadToTheSignInAndTheApiTellsNothing()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var client = Client(server);
        var page = await client.GetAsync("/sessions/abc", Token);
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?ReturnUrl=%2Fsessions%2Fabc");
        foreach (var path in new[] { "/service-desk/me", "/service-desk/sessions", "/service-desk/events", "/console/technicians" })
        {
            (await client.GetAsync(path, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task ChangingRequest_WithTheCookieButNotFromThePages_IsTurnedAway()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var client = Client(server);
        (await SignInAsync(client, own: false)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var signedIn = await SignInAsync(client, own: true);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        client.DefaultRequestHeaders.Add("Cookie", cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);

        (await PostAsync(client, "/service-desk/sessions", """{"channel":"network"}""", own: false)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetStringAsync("/service-desk/sessions", Token)).ShouldNotContain("network");
        (await PostAsync(client, "/service-desk/sessions", """{"channel":"network"}""", own: true)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task EveryAnswer_ForbidsForeignAndInlineContent()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var client = Client(server);
        foreach (var path in new[] { "/help", "/sign-in", "/", "/js/technician.js", "/service-desk/me", "/nothing" })
        {
            var answer = await client.GetAsync(path, Token);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            policy.ShouldNotContain("http");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Fact]
    [Requirement("SES-17")]
    public Task WrongPins_TooMany_AreHeldBackWithTheTimeToWait() => Desk.RunAsync(chromium, async desk =>
    {
        desk.Expect(404);
        desk.Expect(429);
        var alice = await desk.SignInAsync("alice");
        var pin = await alice.NewSessionAsync();
        var wrong = pin == "000000" ? "111111" : "000000";
        var stranger = await desk.OpenAsync("/help");
        for (var guess = 0; guess < 10; guess++)
        {
            await Task.WhenAll(stranger.WaitForResponseAsync(answer => answer.Url.EndsWith("/enter", StringComparison.Ordinal)), stranger.EnterAsync(wrong));
            await Expect(stranger.Locator("#pin-error")).ToHaveTextAsync("The support session is invalid. Please contact your technician.");
        }

        await stranger.EnterAsync(pin);
        await Expect(stranger.Locator("#pin-error")).ToContainTextAsync("Too many wrong PINs. You can try again in 10:00.");
    });

    private static HttpClient Client(ConsoleServer server) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, bool own) => PostAsync(client, "/console/sign-in", """{"technician":"alice"}""", own);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string json, bool own)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (own)
        {
            request.Headers.Add("X-Service-Desk-Console", "1");
        }

        return await client.SendAsync(request, Token);
    }
}
