using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;

namespace Support.Sdk.Architecture.Snippets;

/// <summary>A vendor as its package is written; shown in the documentation of Support.Sdk.Http.</summary>
internal static class AcmeRegistration
{
    public static IHttpClientBuilder AddAcme(IServiceCollection services, string account, IConfigurationSection section)
    {
        AcmeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<AcmeOptions>>().Get(account);

        #region VendorRegistration
        // Registration: one call per account; the empty name is the default account.
        services.AddVendorOptions<AcmeOptions>(account, AcmeOptions.Check).Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        return services.AddVendor(new VendorRegistration
        {
            Profile = new VendorProfile { Vendor = "acme", ErrorReader = new AcmeErrorReader(), IdempotencyKeyHeader = "Idempotency-Key" },
            Account = account,
            BaseAddress = provider => Options(provider).BaseAddress,
            HttpOptions = provider => Options(provider).Http,
            Credentials = provider => VendorCredentials.OAuth(Options(provider).ToOAuthProvider()),
        });
        #endregion
    }
}

internal class AcmeClient(VendorTransport transport)
{
    private readonly VendorTransport _transport = transport;

    #region VendorClient
    // A typed client: a few lines per operation.
    private static readonly VendorOperation Read = new("acme.things.get", RetryMeaning.Safe);

    public virtual Task<Thing> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(VendorRequest.Get(Read, VendorPath.Of($"things/{id}")), AcmeJson.Default.Thing, cancellationToken);

    public virtual VendorPageable<Thing> ListAsync(int? max = null) =>
        _transport.ListByLinkHeader(VendorRequest.Get(Read, VendorPath.Of($"things").Query("max", max)), AcmeJson.Default.ThingPage, page => page.Items);
    #endregion
}

internal sealed record Thing(string Id);

internal sealed record ThingPage(IReadOnlyList<Thing> Items);

[JsonSerializable(typeof(ThingPage))]
internal sealed partial class AcmeJson : JsonSerializerContext;

internal sealed class AcmeErrorReader : IErrorReader
{
    public VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body) => new(Message: body);
}

internal sealed class AcmeOptions
{
    public Uri BaseAddress { get; set; } = new("https://api.example.com/");

    public string ClientId { get; set; } = "";

    public SupportHttpOptions Http { get; } = new();

    public static IReadOnlyList<string> Check(AcmeOptions options)
    {
        var rules = new OptionRules();
        rules.SecureAddress(nameof(BaseAddress), options.BaseAddress);
        rules.NotEmpty(nameof(ClientId), options.ClientId);
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules.Failures;
    }

    public OAuthProvider ToOAuthProvider() => new()
    {
        AuthorizeEndpoint = new(BaseAddress, "authorize"),
        TokenEndpoint = new(BaseAddress, "token"),
        ClientId = ClientId,
    };
}
