using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>What the sub-clients send through: the account's transport, for one user.</summary>
internal sealed class WebexConnection(VendorTransport transport, string subject, WebexOptions options)
{
    public VendorTransport Transport => transport;

    public string Subject => subject;

    /// <summary>The reference and the service's clients disagree on it (fact sheet, section 3.5).</summary>
    public string PatchContentType => options.PatchContentType;

    /// <summary>What new webhooks are signed with.</summary>
    public string? WebhookSecret => options.WebhookSecrets.FirstOrDefault();

    public WebexConnection For(string user) => new(transport, user, options);

    public Task<T> SendAsync<T>(VendorRequest request, JsonTypeInfo<T> responseType, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Subject = subject }, responseType, cancellationToken);

    public Task SendAsync(VendorRequest request, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Subject = subject }, cancellationToken);

    public VendorPageable<T> List<T>(VendorRequest first, JsonTypeInfo<ItemsPage<T>> pageType) =>
        transport.ListByLinkHeader(first with { Subject = subject }, pageType, static page => page.All);

    /// <summary>A list as the JSON of its items.</summary>
    public VendorPageable<ReadOnlyMemory<byte>> ListRaw(VendorRequest first) => new RawItemsPageable(transport, first with { Subject = subject });

    /// <summary>A list that is asked for with a body, which <paramref name="request"/> makes anew for each page.</summary>
    public VendorPageable<T> Query<T>(Func<VendorRequest> request, JsonTypeInfo<ItemsPage<T>> pageType) =>
        new QueryPageable<T>(transport, () => request() with { Subject = subject }, pageType);

    /// <summary>The two request headers of the Meetings operations (fact sheet, section 1.1).</summary>
    public static Action<HttpRequestHeaders> MeetingHeaders(string? timezone, string? password)
    {
        Check(timezone, nameof(timezone));
        Check(password, nameof(password));
        return headers =>
        {
            Add(headers, "timezone", timezone);
            Add(headers, "password", password);
        };
    }

    private static void Check(string? value, string name)
    {
        if (value is not null && value.Any(char.IsControl))
        {
            throw new ArgumentException($"The {name} goes into a request header and must not contain control characters.", name);
        }
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
