using System.Net;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

public class UnauthorizedTests
{
    [Fact]
    public async Task Send_401_RefreshesOnceAndRepeatsOnceWithinTheAttempt()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        host.Vendor.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.OK, """{"id":2}""");
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        // Even for an operation that is never repeated: a 401 means that nothing was done.
        (await host.DoAsync(RetryMeaning.Never)).Id.ShouldBe(2);

        host.Bearers().ShouldBe(["Bearer a1", "Bearer a2"]);
        host.Vendor.Sent.Select(sent => sent.Body).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Send_401AgainAfterTheRefresh_IsReportedAndDoesNotRefreshAgain()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        host.Vendor.Always((_, _) => Task.FromResult(FakeVendor.Response(HttpStatusCode.Unauthorized)));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        (await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        host.Bearers().ShouldBe(["Bearer a1", "Bearer a2", "Bearer a2"]);
        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_401ManyAtOnce_RefreshOnce()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        host.Vendor.Always((request, _) => Task.FromResult(FakeVendor.Response(
            request.Headers.Authorization!.Parameter == "a1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, """{"id":2}""")));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.DoAsync(RetryMeaning.Safe)));

        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_401WhileTheNewPairIsBeingSaved_WaitsForIt()
    {
        var store = new SlowStore();
        await using var host = OAuthHost.Create(store);
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        host.Vendor.Always((request, _) => Task.FromResult(FakeVendor.Response(
            request.Headers.Authorization!.Parameter == "a1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, """{"id":2}""")));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));
        store.IsSlow = true;

        var first = host.DoAsync(RetryMeaning.Safe);
        await store.Saving;
        var second = host.DoAsync(RetryMeaning.Safe);
        store.Go();
        await Task.WhenAll(first, second);

        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_401OfABodyThatStreams_RenewsForTheNextCallWithoutRepeating()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        host.Vendor.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.OK, """{"id":2}""");
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));
        using var stream = new MemoryStream("rows"u8.ToArray());
        var upload = new VendorRequest(VendorHost.Operation(RetryMeaning.Safe), HttpMethod.Put, VendorPath.Of($"things").ToUri(), new OnceContent(stream));

        (await Should.ThrowAsync<SupportRequestException>(host.Transport.SendAsync(upload, TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.DoAsync(RetryMeaning.Never)).Id.ShouldBe(2);

        host.Bearers().ShouldBe(["Bearer a1", "Bearer a2"]);
        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_401WithAStaticToken_IsReportedAtOnce()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.Unauthorized);

        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_Basic_SendsUserAndToken()
    {
        await using var host = new VendorHost(credentials: VendorCredentials.Static(AccessToken.Basic("agent@acme.test/token", "abc")));
        host.Vendor.Answer(HttpStatusCode.OK, """{"id":2}""");

        await host.DoAsync(RetryMeaning.Safe);

        // Base64 of agent@acme.test/token:abc
        host.Bearers().ShouldBe(["Basic YWdlbnRAYWNtZS50ZXN0L3Rva2VuOmFiYw=="]);
    }

    /// <summary>A body of unknown length, as what is written while it is sent has it.</summary>
    private sealed class OnceContent(Stream body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;
    }

    private sealed class SlowStore : ITokenStore
    {
        private readonly InMemoryTokenStore _inner = new();
        private readonly TaskCompletionSource _saving = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsSlow { get; set; }

        public Task Saving => _saving.Task;

        public void Go() => _go.SetResult();

        public ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default) => _inner.LoadAsync(key, cancellationToken);

        public async ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default)
        {
            if (IsSlow)
            {
                _saving.TrySetResult();
                await _go.Task.WaitAsync(cancellationToken);
            }

            return await _inner.TrySaveAsync(key, tokens, expectedVersion, cancellationToken);
        }

        public ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default) => _inner.DeleteAsync(key, cancellationToken);
    }
}
