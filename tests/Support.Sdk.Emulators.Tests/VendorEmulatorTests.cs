using System.Net;
using System.Net.Sockets;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Testing;

namespace Support.Sdk.Emulators.Tests;

public sealed class VendorEmulatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_SameSeedAndCalls_GivesTheSameIdsAndTokens()
    {
        await using var first = await WebexEmulator.StartAsync(new WebexEmulatorOptions { Seed = 7 }, Cancelled);
        await using var second = await WebexEmulator.StartAsync(new WebexEmulatorOptions { Seed = 7 }, Cancelled);
        await using var third = await WebexEmulator.StartAsync(new WebexEmulatorOptions { Seed = 8 }, Cancelled);

        static (string, string) Add(WebexEmulator webex) => (webex.AddUser("a@example.com", "A").Id, webex.Users[0].AccessToken);
        var (one, two, three) = (Add(first), Add(second), Add(third));

        one.ShouldBe(two);
        three.ShouldNotBe(one);
        first.BaseAddress.ShouldNotBe(second.BaseAddress);
    }

    [Fact]
    public async Task StartAsync_PortTaken_Throws()
    {
        await using var first = await WebexEmulator.StartAsync(cancellationToken: Cancelled);

        await Should.ThrowAsync<IOException>(() => WebexEmulator.StartAsync(new WebexEmulatorOptions { Port = first.BaseAddress.Port }, Cancelled));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task StartAsync_PortOutOfRange_Throws(int port) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => WebexEmulator.StartAsync(new WebexEmulatorOptions { Port = port }, Cancelled));

    [Fact(Timeout = 30_000)]
    public async Task DisposeAsync_RequestHeldUp_CutsItAndClosesThePort()
    {
        var clock = new ManualTimeProvider();
        var webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = clock }, Cancelled);
        webex.Faults.On("*", "/*").Delay(TimeSpan.FromDays(1));
        using var http = new HttpClient { BaseAddress = webex.BaseAddress };
        var pending = http.GetAsync("v1/people/me", Cancelled);
        while (clock.DueTimes.Count == 0)
        {
            await Task.Yield();
        }

        await webex.DisposeAsync();
        await webex.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => pending);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, webex.BaseAddress.Port), Cancelled).AsTask());
    }
}
