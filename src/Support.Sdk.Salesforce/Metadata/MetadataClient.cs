using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>What objects and fields there are (fact sheet 5). Thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>
/// Answers are kept: within <see cref="SalesforceOptions.DescribeFreshFor"/> they are given again without a call, afterwards Salesforce is asked whether anything changed
/// (<c>If-Modified-Since</c>; 304 brings no body). They depend on what the calling user may see.
/// </remarks>
public class MetadataClient
{
    private static readonly VendorOperation ListOperation = new("salesforce.metadata.list", RetryMeaning.Safe);
    private static readonly VendorOperation DescribeOperation = new("salesforce.metadata.describe", RetryMeaning.Safe);
    private readonly ConcurrentDictionary<string, CachedDescription> _cache = new(StringComparer.OrdinalIgnoreCase);
    private readonly SalesforceConnection _org;

    internal MetadataClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected MetadataClient() => _org = null!;

    /// <summary>All objects.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<GlobalDescription> DescribeGlobalAsync(CancellationToken cancellationToken = default) =>
        GetAsync("", ListOperation, VendorPath.Of($"services/data/{_org.Version}/sobjects"), SalesforceJson.Default.GlobalDescription, cancellationToken);

    /// <summary>An object with its fields.</summary>
    /// <param name="sobject">The API name, such as <c>Contact</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SupportRequestException">There is no such object, or it is hidden from the user (404).</exception>
    public virtual Task<SObjectDescription> DescribeAsync(string sobject, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sobject);
        return GetAsync(
            sobject, DescribeOperation, VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/describe"), SalesforceJson.Default.SObjectDescription, cancellationToken);
    }

    /// <summary>Forgets what was kept, such as after the org's administrator changed permissions, of which <c>If-Modified-Since</c> may not tell.</summary>
    public virtual void Forget() => _cache.Clear();

    private async Task<T> GetAsync<T>(string key, VendorOperation operation, VendorPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var now = _org.Clock.GetTimestamp();
        var known = _cache.GetValueOrDefault(key);
        if (known is not null && _org.Clock.GetElapsedTime(known.CheckedAt, now) < _org.DescribeFreshFor)
        {
            return (T)known.Value;
        }

        var since = known?.LastModified;
        var request = VendorRequest.Get(operation, path) with { Headers = since is null ? null : headers => headers.IfModifiedSince = since };
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
        {
            _cache[key] = known with { CheckedAt = now };
            return (T)known.Value;
        }

        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        var value = await _org.ReadAsync(operation, response, type, cancellationToken).ConfigureAwait(false);
        _cache[key] = new(value, response.Content.Headers.LastModified, now);
        return value;
    }
}
