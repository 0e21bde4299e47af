using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Support.Sdk.ServiceDesk;

/// <summary>What the clients send through: the transport, for one technician or end user, in one language.</summary>
internal sealed class ServiceDeskConnection(VendorTransport transport, string subject, string? language, LiveEvents events)
{
    public VendorTransport Transport => transport;

    public string Subject => subject;

    public string? Language => language;

    public static ServiceDeskConnection Create(
        VendorTransport transport, ServiceDeskConnectionOptions options, TimeProvider clock, IRandomSource random, ILoggerFactory? loggers)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(random);
        ILogger logger = loggers?.CreateLogger("Support.Sdk.ServiceDesk") ?? NullLogger.Instance;
        return new(transport, "", options.Language, new LiveEvents(options.Events, clock, random, logger));
    }

    public ServiceDeskConnection For(string other) => new(transport, other, language, events);

    public ServiceDeskConnection In(string? other) => new(transport, subject, other, events);

    public Task<T> ReadAsync<T>(VendorOperation operation, VendorPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        transport.SendAsync(Prepare(VendorRequest.Get(operation, path)), type, cancellationToken);

    /// <summary>Sends what is always answered by a value, or refused.</summary>
    public async Task<ServiceDeskResult<T>> AskAsync<T>(
        VendorRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken, ServiceDeskCommandOptions options = default)
    {
        try
        {
            return await transport.SendAsync(Prepare(request, options), type, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (RefusalReader.Read(exception) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Sends a command. It was done, but the caller sees nothing of it any more, when the server answers with no content.</summary>
    public async Task<ServiceDeskResult<T?>> CommandAsync<T>(
        VendorRequest request, JsonTypeInfo<T> type, ServiceDeskCommandOptions options, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await transport.SendAsync(Prepare(request, options), type, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportContentException exception) when (exception.StatusCode == HttpStatusCode.NoContent)
        {
            return new(default(T));
        }
        catch (SupportRequestException exception) when (RefusalReader.Read(exception) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Sends a command that is answered by nothing but its success, or refused.</summary>
    public async Task<ServiceDeskResult> TellAsync(VendorRequest request, ServiceDeskCommandOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(Prepare(request, options), cancellationToken).ConfigureAwait(false);
            return default;
        }
        catch (SupportRequestException exception) when (RefusalReader.Read(exception) is { } refusal)
        {
            return new(refusal);
        }
    }

    /// <summary>A list that the server cuts into pages by <c>after</c> and <c>next</c>.</summary>
    public VendorPageable<T> List<T>(VendorOperation operation, VendorPath path, int? pageSize, JsonTypeInfo<ServiceDeskPage<T>> type)
    {
        if (pageSize is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(pageSize));
        }

        var first = path.Query("limit", pageSize);
        return transport.ListByBody(
            Prepare(VendorRequest.Get(operation, first)),
            type,
            static page => page.Items,
            page => string.IsNullOrEmpty(page.Next) ? null : first.Query("after", page.Next).Value);
    }

    public IAsyncEnumerable<ServiceDeskChange> FollowAsync(VendorOperation operation, VendorPath path, long? after, CancellationToken cancellationToken)
    {
        if (after is { } position)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(after));
        }

        return events.FollowAsync(this, operation, path, after, cancellationToken);
    }

    /// <summary>A request of the connection's own making, with everything that the others have.</summary>
    public HttpRequestMessage Message(VendorOperation operation, HttpMethod method, VendorPath path)
    {
        var message = new HttpRequestMessage(method, path.ToUri()).SetOperation(operation).SetSubject(subject);
        SetLanguage(message.Headers);
        return message;
    }

    /// <summary>Identifies a call of the connection's own making in an exception. The pipeline keeps the id of such a call to itself.</summary>
    public FailedCall Describe(VendorOperation operation, HttpRequestMessage? request) =>
        new(transport.Vendor, transport.Account, operation.Name, "", request?.Method.Method ?? "", operation.PathOf(request?.RequestUri), 1);

    private VendorRequest Prepare(VendorRequest request, ServiceDeskCommandOptions options = default) => request with
    {
        Subject = subject,
        IdempotencyKey = options.IdempotencyKey,
        Headers = headers =>
        {
            SetLanguage(headers);
            if (options.ExpectedVersion is { } version)
            {
                headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
            }
        },
    };

    private void SetLanguage(HttpRequestHeaders headers)
    {
        if (language is not null)
        {
            headers.TryAddWithoutValidation("Accept-Language", language);
        }
    }
}
