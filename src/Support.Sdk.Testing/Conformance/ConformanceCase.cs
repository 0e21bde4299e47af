namespace Support.Sdk.Testing.Conformance;

/// <summary>One promise of a port, ready to be checked. Belongs to no test framework: make a theory, a loop or a console program of it.</summary>
/// <typeparam name="TFixture">What gives access to the implementation.</typeparam>
/// <remarks>Immutable and thread-safe; cases may run in parallel, each with a fixture of its own.</remarks>
public sealed class ConformanceCase<TFixture>
{
    private readonly Func<TFixture, CancellationToken, Task> _check;

    internal ConformanceCase(string name, string promise, Func<TFixture, CancellationToken, Task> check)
    {
        Name = name;
        Promise = promise;
        _check = check;
    }

    /// <summary>The stable name of the case, such as <c>commit/version-conflict</c>.</summary>
    public string Name { get; }

    /// <summary>What an implementation promises, in a sentence.</summary>
    public string Promise { get; }

    /// <summary>Checks the promise.</summary>
    /// <param name="fixture">A fixture whose store is empty; used by this case alone.</param>
    /// <param name="cancellationToken">Ends the case; give it a generous time limit, for a broken implementation may never answer.</param>
    /// <exception cref="ConformanceException">The promise is broken.</exception>
    public async Task RunAsync(TFixture fixture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        try
        {
            await _check(fixture, cancellationToken).ConfigureAwait(false);
        }
        catch (ConformanceException exception)
        {
            throw new ConformanceException($"{Name} ({Promise}): {exception.Message}", exception.InnerException);
        }
    }

    /// <summary>The name, so that test runners show it.</summary>
    public override string ToString() => Name;
}
