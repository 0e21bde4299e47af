using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Http;

/// <summary>What a typed client sends its requests through: the account's pipeline, JSON, errors.</summary>
/// <remarks>Thread-safe; one per vendor account, for as long as the service provider lives. Obtain it with <see cref="VendorServiceProviderExtensions.GetVendorTransport"/>.</remarks>
public sealed class VendorTransport
{
    private readonly HttpClient _client;
    private readonly VendorRuntime _runtime;

    internal VendorTransport(HttpClient client, VendorRuntime runtime)
    {
        _client = client;
        _runtime = runtime;
    }

    /// <summary>The vendor in lower case.</summary>
    public string Vendor => _runtime.Vendor;

    /// <summary>The named account; empty for the default one.</summary>
    public string Account => _runtime.Account;

    /// <summary>What relative addresses are relative to; ends with a slash.</summary>
    public Uri BaseAddress => _runtime.BaseAddress;

    /// <summary>Sends <paramref name="request"/> and reads the JSON of the answer.</summary>
    /// <exception cref="SupportRequestException">The vendor answered with an error.</exception>
    /// <exception cref="SupportConnectionException">No answer came.</exception>
    /// <exception cref="SupportContentException">The answer is not the JSON it should be, or is empty.</exception>
    /// <exception cref="ReauthorizationRequiredException">Consent is gone.</exception>
    public async Task<T> SendAsync<T>(VendorRequest request, JsonTypeInfo<T> responseType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responseType);
        using var message = Message(request);
        using var response = await SendCheckedAsync(message, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(message, response, responseType, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends <paramref name="request"/>; a body of the answer is not looked at.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception[not(@cref='T:Support.Sdk.Http.SupportContentException')]" />
    public async Task SendAsync(VendorRequest request, CancellationToken cancellationToken = default)
    {
        using var message = Message(request);
        using var response = await SendCheckedAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends <paramref name="request"/> and gives the JSON of the answer together with status and headers.</summary>
    /// <inheritdoc cref="SendAsync{T}" path="/exception" />
    public async Task<VendorResponse<T>> SendForResponseAsync<T>(
        VendorRequest request, JsonTypeInfo<T> responseType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responseType);
        using var message = Message(request);
        using var response = await SendCheckedAsync(message, cancellationToken).ConfigureAwait(false);
        var value = await ReadAsync(message, response, responseType, cancellationToken).ConfigureAwait(false);
        return new(value, response.StatusCode, response.Headers);
    }

    /// <summary>Sends a request of the caller's own making through the same pipeline and gives back whatever the vendor answered, errors included.</summary>
    /// <param name="request">Relative or absolute; declare it with <see cref="VendorRequestExtensions"/>. Can be sent once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; the caller disposes it. The body of an error is cut after 64 KiB.</returns>
    /// <exception cref="SupportConnectionException">No answer came.</exception>
    /// <exception cref="ReauthorizationRequiredException">Consent is gone.</exception>
    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Throws what <paramref name="response"/> means unless it is a success; for answers of <see cref="SendRawAsync"/>.</summary>
    /// <param name="response">An answer of this transport.</param>
    /// <param name="cancellationToken">Cancels the reading of the body.</param>
    /// <exception cref="SupportRequestException">The answer is an error.</exception>
    public async Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var request = response.RequestMessage ?? throw new ArgumentException("The response does not say which request it answers.", nameof(response));
        throw await ReadErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
    }

    private static CallMessage Message(in VendorRequest request)
    {
        var call = new CallContext
        {
            Operation = request.Operation,
            IdempotencyKey = request.IdempotencyKey,
            Subject = request.Subject ?? "",
        };
        var message = new CallMessage(request.Method, request.Target, call) { Content = request.Content };
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers?.Invoke(message.Headers);
        return message;
    }

    private async Task<HttpResponseMessage> SendCheckedAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ReadErrorAsync(message, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> ReadAsync<T>(
        HttpRequestMessage message, HttpResponseMessage response, JsonTypeInfo<T> responseType, CancellationToken cancellationToken)
    {
        // The pipeline has read the body within the attempt; from memory, nothing here waits.
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(stream, responseType) ?? throw Unreadable(message, response, "its body is empty (null)", null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(message, response, $"its body is not the JSON of {typeof(T).Name} (at {exception.Path}, line {exception.LineNumber})", exception);
        }
    }

    private SupportContentException Unreadable(HttpRequestMessage message, HttpResponseMessage response, string problem, Exception? cause) =>
        new(_runtime.Describe(message, CallContext.Of(message)), response.StatusCode, problem, cause);

    private async Task<SupportRequestException> ReadErrorAsync(HttpRequestMessage message, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var call = CallContext.Of(message);
        var body = await CappedBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        VendorError error;
        JsonException? unreadable = null;
        try
        {
            error = _runtime.Profile.ErrorReader.Read(response.StatusCode, response.Headers, body);
        }
        catch (JsonException exception)
        {
            error = new VendorError();
            unreadable = exception;
        }

        return new(
            _runtime.Describe(message, call),
            response.StatusCode,
            Redact(error, call.Credential),
            RetryAfterHeader.Read(response, _runtime.Options, _runtime.Clock)?.Wait,
            Redactor.Text(body, call.Credential),
            unreadable);
    }

    private static VendorError Redact(VendorError error, AccessToken? credential) => error with
    {
        Code = Redactor.Text(error.Code, credential),
        Message = Redactor.Text(error.Message, credential),
        Errors = [.. error.Errors.Select(field => field with { Message = Redactor.Text(field.Message, credential) })],
    };
}
