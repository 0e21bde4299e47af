using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Faults;

/// <summary>A fault being written: first which of the matching requests (<see cref="Skip"/>, <see cref="Times"/>, …), last what happens to them.</summary>
/// <remarks>
/// Nothing is in force before the last word (<see cref="Respond"/>, <see cref="CutAfterCommit"/>, …). Without a number of
/// times, the fault strikes once. Not thread-safe.
/// </remarks>
public sealed class FaultRule
{
    private readonly FaultPlan _plan;
    private readonly string _method;
    private readonly string _path;
    private readonly PathTemplate _template;
    private int _skip;
    private int? _times = 1;
    private TimeSpan _wait;

    internal FaultRule(FaultPlan plan, string method, string path) =>
        (_plan, _method, _path, _template) = (plan, method, path, new PathTemplate(path));

    /// <summary>Lets the first <paramref name="count"/> matching requests pass.</summary>
    public FaultRule Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _skip = count;
        return this;
    }

    /// <summary>Strikes only the <paramref name="occurrence"/>-th matching request, counted from 1.</summary>
    public FaultRule Nth(int occurrence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        return Skip(occurrence - 1).Once();
    }

    /// <summary>Strikes one request; this is the default.</summary>
    public FaultRule Once() => Times(1);

    /// <summary>Strikes <paramref name="count"/> requests in a row.</summary>
    public FaultRule Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _times = count;
        return this;
    }

    /// <summary>Strikes until it is removed.</summary>
    public FaultRule Always()
    {
        _times = null;
        return this;
    }

    /// <summary>Holds the request up, by the emulator's clock, before whatever else happens to it.</summary>
    public FaultRule After(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        _wait = wait;
        return this;
    }

    /// <summary>Answers with a status instead of handling the request.</summary>
    /// <param name="status">100 to 599; below 400 is allowed, for answers that lie.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header; by default there is none.</param>
    /// <param name="body">The body; by default the vendor's own for this status.</param>
    /// <param name="contentType">Content type of <paramref name="body"/>; by default JSON.</param>
    public Fault Respond(int status, RetryAfter retryAfter = default, string? body = null, string? contentType = null) =>
        Add(FaultEffect.Respond, Checked(status), retryAfter, body, contentType);

    /// <summary>Handles the request, keeps its changes, and answers with a status as if it had failed.</summary>
    /// <inheritdoc cref="Respond"/>
    public Fault RespondAfterCommit(int status, RetryAfter retryAfter = default, string? body = null, string? contentType = null) =>
        Add(FaultEffect.RespondAfterCommit, Checked(status), retryAfter, body, contentType);

    /// <summary>Holds the request up, by the emulator's clock, and then handles it.</summary>
    public Fault Delay(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero);
        _wait = wait;
        return Add(FaultEffect.Delay);
    }

    /// <summary>Resets the connection before the request is handled: nothing happened.</summary>
    public Fault CutBeforeCommit() => Add(FaultEffect.CutBeforeCommit);

    /// <summary>Handles the request, keeps its changes, and resets the connection before the answer.</summary>
    public Fault CutAfterCommit() => Add(FaultEffect.CutAfterCommit);

    /// <summary>Handles the request and breaks its JSON answer off in the middle; status and content type stay.</summary>
    public Fault MalformBody() => Add(FaultEffect.MalformBody);

    /// <summary>Handles the request and answers with another content type, as a captive portal or a proxy does.</summary>
    /// <param name="contentType">The content type sent.</param>
    /// <param name="body">The body sent; by default the real one.</param>
    public Fault WrongContentType(string contentType = "text/html;charset=UTF-8", string? body = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        return Add(FaultEffect.WrongContentType, 0, default, body, contentType);
    }

    private static int Checked(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return status;
    }

    private Fault Add(FaultEffect effect, int status = 0, RetryAfter retryAfter = default, string? body = null, string? contentType = null)
    {
        var name = status == 0 ? $"{_method} {_path}: {effect}" : $"{_method} {_path}: {effect} {status}";
        return _plan.Add(new Fault(_plan, effect, name, _method, _template)
        {
            Skip = _skip,
            Times = _times,
            Wait = _wait,
            Status = status,
            RetryAfter = retryAfter,
            Body = body,
            ContentType = contentType,
        });
    }
}
