namespace Support.Sdk.Salesforce.Composite;

/// <summary>Up to 25 requests in one call, which costs one of the daily budget (fact sheet 8). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
public class CompositeClient
{
    private static readonly VendorOperation ReadOperation = new("salesforce.composite.read", RetryMeaning.Safe);
    private static readonly VendorOperation WriteOperation = new("salesforce.composite.write", RetryMeaning.ProbeBeforeRetry);
    private readonly SalesforceConnection _org;

    internal CompositeClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected CompositeClient() => _org = null!;

    /// <summary>Sends the parts, in their order.</summary>
    /// <param name="parts">1 to 25 parts with different names; at most five of them queries.</param>
    /// <param name="allOrNone">Whether one failure undoes all; the others then say <see cref="SalesforceErrorCode.ProcessingHalted"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answers by the names of the parts. The call succeeds even if every part fails: look at each.</returns>
    /// <exception cref="SupportContentException">Salesforce answered other parts than were sent.</exception>
    /// <exception cref="ArgumentException">There are no parts, more than 25, or two of one name.</exception>
    public virtual async Task<IReadOnlyDictionary<string, CompositeAnswer>> SendAsync(
        IReadOnlyList<CompositePart> parts, bool allOrNone = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count is 0 or > SalesforceConstants.MaxCompositeParts || parts.Select(static part => part.ReferenceId).Distinct(StringComparer.Ordinal).Count() != parts.Count)
        {
            throw new ArgumentException($"There must be 1 to {SalesforceConstants.MaxCompositeParts} parts with different names.", nameof(parts));
        }

        var content = JsonParts.Content(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("allOrNone", allOrNone);
            writer.WriteStartArray("compositeRequest");
            foreach (var part in parts)
            {
                writer.WriteStartObject();
                writer.WriteString("method", part.Method.Method);
                writer.WriteString("url", $"/services/data/{_org.Version}/{part.Path.Value}");
                writer.WriteString("referenceId", part.ReferenceId);
                if (part.Body is { } body)
                {
                    writer.WritePropertyName("body");
                    body.WriteTo(writer, null, part.Without);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        var operation = parts.All(static part => part.Method == HttpMethod.Get) ? ReadOperation : WriteOperation;
        var request = new VendorRequest(operation, HttpMethod.Post, VendorPath.Of($"services/data/{_org.Version}/composite").ToUri(), content);
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        var answer = await _org.ReadAsync(operation, response, SalesforceJson.Default.CompositeEnvelope, cancellationToken).ConfigureAwait(false);
        var answers = new Dictionary<string, CompositeAnswer>(parts.Count, StringComparer.Ordinal);
        var isComplete = answer.CompositeResponse.Count == parts.Count && answer.CompositeResponse.All(part => answers.TryAdd(part.ReferenceId, part));
        return isComplete && parts.All(part => answers.ContainsKey(part.ReferenceId))
            ? answers
            : throw new SupportContentException(
                _org.Describe(operation, response), response.StatusCode, $"its {answer.CompositeResponse.Count} answers are not those to the {parts.Count} parts that were sent");
    }
}
