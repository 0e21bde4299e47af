using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Puts together what one registered account needs.</summary>
internal sealed class VendorAccount
{
    private readonly OAuthEndpoint? _endpoint;
    private readonly IServiceProvider _services;

    public VendorAccount(VendorRegistration registration, IServiceProvider services)
    {
        _services = services;
        var vendor = registration.Profile.Vendor;
        var account = registration.Account;
        var options = registration.HttpOptions(services);
        var credentials = registration.Credentials(services);
        var clock = services.GetRequiredService<TimeProvider>();
        var random = services.GetRequiredService<IRandomSource>();
        var telemetry = services.GetRequiredService<SupportHttpTelemetry>();
        ILogger logger = services.GetService<ILoggerFactory>()?.CreateLogger($"Support.Sdk.Http.{vendor}") ?? NullLogger.Instance;
        var tokens = credentials.Source;
        if (credentials.Provider is { } provider)
        {
            var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(VendorNames.TokenClient(vendor, account));
            _endpoint = new OAuthEndpoint(vendor, account, provider, client, options, clock, random);
            tokens = new OAuthTokenSource(new OAuthRefresher(_endpoint, services.GetRequiredService<ITokenStore>(), options.Tokens, clock, telemetry, logger));
        }

        Runtime = new VendorRuntime(registration.Profile, account, WithSlash(registration.BaseAddress(services)), options, tokens!, clock, random, telemetry, logger);
    }

    public VendorRuntime Runtime { get; }

    public AuthorizationCodeFlow CreateFlow() => _endpoint is null
        ? throw new InvalidOperationException($"The {Runtime.Vendor} account '{Runtime.Account}' does not use OAuth: there is nothing to consent to.")
        : new(_endpoint.Provider, _endpoint, _services.GetRequiredService<ITokenStore>(), Runtime.Random);

    private static Uri WithSlash(Uri address)
    {
        if (!SecureAddresses.IsSecure(address))
        {
            throw new InvalidOperationException("The base address must be an absolute https address (http for loopback addresses only).");
        }

        return address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
    }
}
