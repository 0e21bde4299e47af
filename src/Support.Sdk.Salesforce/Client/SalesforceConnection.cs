using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce;

/// <summary>What the sub-clients send through: the account's transport, in one API version, for one user.</summary>
internal sealed class SalesforceConnection(VendorTransport transport, SalesforceOptions options, TimeProvider clock, string subject)
{
    public VendorTransport Transport => transport;

    public string Subject => subject;

    public TimeProvider Clock => clock;

    public TimeSpan DescribeFreshFor => options.DescribeFreshFor;

    /// <summary>As it stands in paths: <c>v64.0</c>.</summary>
    public string Version { get; } = "v" + options.ApiVersion;

    /// <exception cref="InvalidOperationException">A user, though the account's credentials are those of one user only.</exception>
    public SalesforceConnection For(string user) => user.Length == 0 || SalesforceCredentials.KnowUsers(options)
        ? new(transport, options, clock, user)
        : throw new InvalidOperationException(
            $"The Salesforce account '{transport.Account}' acts for its own user only, with an AccessToken, ClientCredentials or JwtBearer: calls for another user would show what that "
            + "user may not see. Set OAuth:Grant to AuthorizationCode and let each user consent, or leave the user out.");

    public Task<T> SendAsync<T>(VendorRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Subject = subject }, type, cancellationToken);

    public Task SendAsync(VendorRequest request, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Subject = subject }, cancellationToken);

    public VendorPageable<T> List<TPage, T>(VendorRequest first, JsonTypeInfo<TPage> type, Func<TPage, IReadOnlyList<T>> items, Func<TPage, string?> next) =>
        transport.ListByBody(first with { Subject = subject }, type, items, next);

    /// <summary>For answers whose status or headers mean something: 204, 300, 304, the locator of a page. Errors are given back; see <see cref="EnsureSuccessAsync"/>.</summary>
    public Task<HttpResponseMessage> SendRawAsync(VendorRequest request, CancellationToken cancellationToken, bool isStreaming = false, string accept = "application/json")
    {
        var message = new HttpRequestMessage(request.Method, request.Target) { Content = request.Content };
        message.SetOperation(request.Operation).SetSubject(subject);
        message.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers?.Invoke(message.Headers);
        return transport.SendRawAsync(isStreaming ? message.SetStreaming() : message, cancellationToken);
    }

    public Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken) => transport.EnsureSuccessAsync(response, cancellationToken);

    /// <exception cref="SupportContentException">The body is not the JSON it should be, or is empty.</exception>
    public async Task<T> ReadAsync<T>(VendorOperation operation, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken).ConfigureAwait(false)
                ?? throw new SupportContentException(Describe(operation, response), response.StatusCode, "its body is empty (null)");
        }
        catch (JsonException exception)
        {
            throw new SupportContentException(
                Describe(operation, response), response.StatusCode, $"its body is not the JSON of {typeof(T).Name} (at {exception.Path}, line {exception.LineNumber})", exception);
        }
    }

    /// <summary>Names a call in an exception of this package's own; the id of the call is known to the pipeline only.</summary>
    public FailedCall Describe(VendorOperation operation, HttpResponseMessage response) => new(
        transport.Vendor,
        transport.Account,
        operation.Name,
        "",
        response.RequestMessage?.Method.Method ?? "",
        operation.PathOf(response.RequestMessage?.RequestUri),
        1);

    public static Action<HttpRequestHeaders> Header(string name, string value) => headers => headers.TryAddWithoutValidation(name, value);
}
