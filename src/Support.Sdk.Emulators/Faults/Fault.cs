using System.Text;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Faults;

/// <summary>A scripted fault that is in force: how often it struck, and the way to end it.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class Fault
{
    private readonly FaultPlan _plan;

    internal Fault(FaultPlan plan, FaultEffect effect, string name, string method, PathTemplate template) =>
        (_plan, Effect, Name, Method, Template) = (plan, effect, name, method, template);

    /// <summary>What it does.</summary>
    public FaultEffect Effect { get; }

    /// <summary>Its name in the request log, for example <c>POST /v1/meetings: Respond 429</c>.</summary>
    public string Name { get; }

    /// <summary>How many requests it struck so far.</summary>
    public int Struck { get; internal set; }

    /// <summary>Whether it can still strike.</summary>
    public bool Exhausted => Times is { } times && Struck >= times;

    internal string Method { get; }

    internal PathTemplate Template { get; }

    internal int Skip { get; init; }

    /// <summary>How often it strikes; <see langword="null"/> for always.</summary>
    internal int? Times { get; init; }

    internal TimeSpan Wait { get; init; }

    internal int Status { get; init; }

    internal RetryAfter RetryAfter { get; init; }

    internal string? Body { get; init; }

    internal string? ContentType { get; init; }

    internal int Seen { get; set; }

    /// <summary>Takes the fault out of the script; requests pass it from now on.</summary>
    public void Remove() => _plan.Remove(this);

    /// <summary>The scripted answer; without a body of its own it is the vendor's for that status.</summary>
    internal EmulatorResponse Answer(EmulatorRequest request, VendorEmulator emulator)
    {
        var response = Body is null
            ? emulator.Failure(request, Status)
            : EmulatorResponse.Text(Status, Body, ContentType ?? "application/json;charset=UTF-8");
        response.Headers.Remove("Retry-After");
        if (RetryAfter.Render(emulator.Now) is { } header)
        {
            response.With("Retry-After", header);
        }

        return response;
    }

    /// <summary>What becomes of the answer of a request that was handled.</summary>
    internal EmulatorResponse Spoil(EmulatorRequest request, EmulatorResponse response, VendorEmulator emulator)
    {
        switch (Effect)
        {
            case FaultEffect.RespondAfterCommit:
                return Answer(request, emulator);
            case FaultEffect.MalformBody:
                // Half of it, and never an ending that happens to be valid.
                response.Body = [.. response.Body.AsSpan(0, response.Body.Length / 2), (byte)'{', (byte)'"'];
                response.ContentType ??= "application/json;charset=UTF-8";
                return response;
            case FaultEffect.WrongContentType:
                response.ContentType = ContentType;
                response.Body = Body is null ? response.Body : Encoding.UTF8.GetBytes(Body);
                return response;
            default:
                return response;
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
