using System.Collections;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators;

/// <summary>Every request an emulator received, in the order of arrival.</summary>
/// <remarks>Thread-safe. Enumerating takes a snapshot. An entry's status stands before the client sees the answer.</remarks>
public sealed class RequestLog : IReadOnlyCollection<RecordedRequest>
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _entries = [];
    private long _sequence;

    internal RequestLog()
    {
    }

    /// <summary>How many requests arrived since the start or the last <see cref="Clear"/>.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The requests of a method whose path fits a template such as <c>/v1/meetings/{id}</c>.</summary>
    /// <param name="method">The HTTP method, or <c>*</c> for all.</param>
    /// <param name="pathTemplate">Segments in braces match any one segment; a last segment <c>*</c> matches the rest.</param>
    public IReadOnlyList<RecordedRequest> Matching(string method, string pathTemplate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        var template = new PathTemplate(pathTemplate);
        return [.. this.Where(entry => PathTemplate.MethodMatches(method, entry.Method) && template.Matches(entry.Path))];
    }

    /// <summary>Forgets the requests so far. Sequence numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <inheritdoc />
    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        RecordedRequest[] snapshot;
        lock (_gate)
        {
            snapshot = [.. _entries];
        }

        return snapshot.AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal long Begin(EmulatorRequest request)
    {
        lock (_gate)
        {
            _entries.Add(new RecordedRequest(
                ++_sequence, request.At, request.Method, request.Path, request.QueryString, SecretMask.Headers(request.Headers), SecretMask.Body(request), null, null, null));
            return _sequence;
        }
    }

    internal void End(long sequence, int? status, string? fault, string? error)
    {
        lock (_gate)
        {
            // Numbers have no gaps; an entry that was cleared lies before the first.
            var index = _entries.Count == 0 ? -1 : (int)(sequence - _entries[0].Sequence);
            if (index >= 0)
            {
                _entries[index] = _entries[index] with { Status = status, Fault = fault, Error = error };
            }
        }
    }
}
