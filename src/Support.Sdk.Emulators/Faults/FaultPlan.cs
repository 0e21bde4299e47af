namespace Support.Sdk.Emulators.Faults;

/// <summary>The faults that requests will meet, in the order they were scripted.</summary>
/// <remarks>
/// Thread-safe. A request is struck by at most one fault: the first that matches and is not used up. Faults behind it do not
/// count that request, so two faults on one path strike one after the other.
/// </remarks>
/// <example><code>
/// webex.Faults.On("POST", "/v1/meetings").Times(2).Respond(429, retryAfter: "rand(30),add(30)");
/// webex.Faults.On("POST", "/v1/meetings").CutAfterCommit();
/// </code></example>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    internal FaultPlan()
    {
    }

    /// <summary>The faults in force and those used up, in order.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Begins a fault for the requests of a method and a path.</summary>
    /// <param name="method">The HTTP method, or <c>*</c> for all.</param>
    /// <param name="pathTemplate">For example <c>/v1/meetings/{id}</c>: segments in braces match any one segment, a last segment <c>*</c> the rest.</param>
    /// <exception cref="ArgumentException">The template does not start with a slash.</exception>
    public FaultRule On(string method, string pathTemplate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        return new FaultRule(this, method, pathTemplate);
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal Fault Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }

        return fault;
    }

    internal void Remove(Fault fault)
    {
        lock (_gate)
        {
            _faults.Remove(fault);
        }
    }

    internal Fault? Take(string method, string path)
    {
        lock (_gate)
        {
            foreach (var fault in _faults)
            {
                if (fault.Exhausted || !Hosting.PathTemplate.MethodMatches(fault.Method, method) || !fault.Template.Matches(path))
                {
                    continue;
                }

                if (++fault.Seen > fault.Skip)
                {
                    fault.Struck++;
                    return fault;
                }
            }

            return null;
        }
    }
}
