using System.Diagnostics;

namespace Support.Sdk.Http;

/// <summary>What one call carries through the handlers: what was declared about it, and what happened to it so far.</summary>
/// <remarks>Belongs to one request; its handlers use it one after the other.</remarks>
internal sealed class CallContext
{
    private static readonly HttpRequestOptionsKey<CallContext> Key = new("Support.Sdk.Http.Call");

    public VendorOperation? Operation { get; set; }

    public string? IdempotencyKey { get; set; }

    public string Subject { get; set; } = "";

    public bool IsAnonymous { get; set; }

    public bool IsStreaming { get; set; }

    /// <summary>Makes the operation id, once the call has entered the pipeline.</summary>
    public IRandomSource? Random { get; set; }

    /// <summary>Tells this call from all others in logs, spans and errors; drawn when the first of them asks, since most calls go well and unseen.</summary>
    public string OperationId => field ??= Random?.NextId() ?? "";

    /// <summary>Whether the body can be sent again.</summary>
    public bool CanReplay { get; set; } = true;

    /// <summary>Whether the vendor may have acted on one of the attempts so far.</summary>
    public bool MayHaveBeenReceived { get; set; }

    public bool TotalTimedOut { get; set; }

    public int Attempts { get; set; }

    /// <summary>The wait before the next attempt, decided with the decision to make one.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Timestamp of the clock at which the total time-out began to run.</summary>
    public long StartedAt { get; set; }

    /// <summary>The span of the call; <see langword="null"/> when nobody listens.</summary>
    public Activity? Activity { get; set; }

    /// <summary>The credential of the last attempt, so that its value can be struck out wherever the vendor echoes it.</summary>
    public AccessToken? Credential { get; set; }

    /// <summary>The operation, never <see langword="null"/> once the call has entered the pipeline.</summary>
    public VendorOperation DeclaredOperation => Operation ?? throw new InvalidOperationException("The call has not entered the pipeline.");

    public static CallContext Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is CallMessage message)
        {
            return message.Call;
        }

        if (!request.Options.TryGetValue(Key, out var context))
        {
            context = new CallContext();
            request.Options.Set(Key, context);
        }

        return context;
    }
}
