using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk;

/// <summary>A Service Desk as the end user's support application uses it: enter by PIN or link, then answer the technician.</summary>
/// <remarks>
/// Immutable and thread-safe; obtain it from <see cref="IServiceDeskClientFactory"/>, the default account's also by injection. What it throws is as of <see cref="ServiceDeskClient"/>.
/// </remarks>
public class ServiceDeskEndUserClient
{
    // Never repeated by itself: a wrong guess counts, and a 429 is for a person to read. Its bucket keeps that 429 from holding back those who are in.
    private static readonly VendorOperation EnterOperation = new("service-desk.end-user.enter", RetryMeaning.Never, "enter");
    private readonly ServiceDeskConnection _connection;

    /// <summary>Creates a client on a transport.</summary>
    /// <param name="transport">The account's transport.</param>
    /// <param name="options">The account's options; read once.</param>
    /// <param name="clock">The clock of reconnections.</param>
    /// <param name="random">The random part of their waits.</param>
    /// <param name="loggers">Makes the log of live events, or <see langword="null"/> for none.</param>
    public ServiceDeskEndUserClient(
        VendorTransport transport, ServiceDeskEndUserClientOptions options, TimeProvider clock, IRandomSource random, ILoggerFactory? loggers = null)
        : this(ServiceDeskConnection.Create(transport, options, clock, random, loggers))
    {
    }

    /// <summary>For test doubles.</summary>
    protected ServiceDeskEndUserClient() => _connection = null!;

    private ServiceDeskEndUserClient(ServiceDeskConnection connection) => _connection = connection;

    /// <summary>The same Service Desk with refusals worded in another language.</summary>
    /// <param name="language">What an <c>Accept-Language</c> header holds, such as <c>fr</c> or <c>fr-CA, fr;q=0.9</c>.</param>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public virtual ServiceDeskEndUserClient InLanguage(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ServiceDeskOptionsRules.IsLanguage(language)
            ? new(_connection.In(language))
            : throw new ArgumentException("Give what an Accept-Language header holds, such as 'fr' or 'fr-CA, fr;q=0.9'.", nameof(language));
    }

    /// <summary>Enters the session of a PIN (SES-04).</summary>
    /// <param name="pin">The PIN as the end user typed it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, or the refusal <c>sessions.invalid</c>: for a PIN that is wrong as for one that is dead.</returns>
    /// <exception cref="SupportRequestException">
    /// Also when too many wrong guesses were made (429): <see cref="SupportHttpException.RetryAfter"/> tells how long nobody enters from here. Until then further calls wait for it, or throw a
    /// <see cref="SupportConnectionException"/> that says the same, when they would have to wait for longer than <see cref="SupportHttpOptions.TotalTimeout"/>.
    /// </exception>
    public virtual Task<ServiceDeskResult<EnteredSession>> EnterWithPinAsync(string pin, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pin);
        return EnterAsync(new() { Pin = pin }, cancellationToken);
    }

    /// <summary>Enters the session of a link (SES-04).</summary>
    /// <param name="linkToken">The token at the link's end.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, or the refusal <c>sessions.invalid</c>.</returns>
    /// <inheritdoc cref="EnterWithPinAsync" path="/exception" />
    public virtual Task<ServiceDeskResult<EnteredSession>> EnterWithLinkAsync(string linkToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(linkToken);
        return EnterAsync(new() { Link = linkToken }, cancellationToken);
    }

    /// <summary>Goes on with a session that was entered earlier, in this process or another.</summary>
    /// <param name="ticket">The <see cref="EnteredSession.Ticket"/> of that session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands now, or why there is none any more.</returns>
    public virtual async Task<ServiceDeskResult<EnteredSession>> ResumeAsync(string ticket, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        if (!ticket.All(static c => c is > ' ' and <= '~'))
        {
            throw new ArgumentException("This is no ticket. Pass what EnteredSession.Ticket gave, unchanged.", nameof(ticket));
        }

        var connection = _connection.For(ticket);
        var session = await EnteredSession.GetAsync(connection, cancellationToken).ConfigureAwait(false);
        return session.Select(now => new EnteredSession(connection, now));
    }

    private async Task<ServiceDeskResult<EnteredSession>> EnterAsync(ServiceDeskEnter enter, CancellationToken cancellationToken)
    {
        using var request = _connection.Message(EnterOperation, HttpMethod.Post, VendorPath.Of($"end-user/enter")).SetAnonymous();
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Content = VendorRequest.JsonBody(enter, ServiceDeskJsonContext.Default.ServiceDeskEnter);
        using var response = await _connection.Transport.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await _connection.Transport.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (RefusalReader.Read(exception) is { } refusal)
        {
            return refusal;
        }

        var entry = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new EnteredSession(_connection.For(entry.Ticket), entry.Session);
    }

    private async Task<ServiceDeskEntry> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(stream, ServiceDeskJsonContext.Default.ServiceDeskEntry) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            var call = _connection.Describe(EnterOperation, response.RequestMessage);
            throw new SupportContentException(call, response.StatusCode, $"its body is not the JSON of {nameof(ServiceDeskEntry)} (at {exception.Path})", exception);
        }
    }
}
