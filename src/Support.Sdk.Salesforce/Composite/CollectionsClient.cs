using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.Composite;

/// <summary>Up to 200 records a call (sObject Collections; fact sheet 8). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>
/// The call succeeds even if every record fails: look at each result. Results stand in the order of the records. With <c>allOrNone</c> nothing is written when one
/// record fails; the others then say <see cref="SalesforceErrorCode.AllOrNoneRolledBack"/>. One call costs one of the daily budget.
/// </remarks>
public class CollectionsClient
{
    private static readonly VendorOperation CreateOperation = new("salesforce.collections.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation UpdateOperation = new("salesforce.collections.update", RetryMeaning.Idempotent);
    private static readonly VendorOperation UpsertOperation = new("salesforce.collections.upsert", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation UniqueUpsertOperation = new("salesforce.collections.upsert", RetryMeaning.Idempotent);
    private static readonly VendorOperation DeleteOperation = new("salesforce.collections.delete", RetryMeaning.Idempotent);
    private static readonly VendorOperation GetOperation = new("salesforce.collections.get", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    internal CollectionsClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected CollectionsClient() => _org = null!;

    /// <summary>Creates records.</summary>
    /// <param name="sobject">The object, such as <c>Contact</c>.</param>
    /// <param name="records">The records; 1 to 200.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="options">How they are saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per record, in their order.</returns>
    /// <exception cref="ArgumentException">There are no records, or more than 200.</exception>
    public virtual Task<IReadOnlyList<SaveResult>> CreateAsync(
        string sobject, IReadOnlyList<RecordValues> records, bool allOrNone = false, SaveOptions? options = null, CancellationToken cancellationToken = default) =>
        SaveAsync(CreateOperation, HttpMethod.Post, VendorPath.Of($"services/data/{_org.Version}/composite/sobjects"), sobject, records, allOrNone, options, cancellationToken);

    /// <summary>Changes records, each of which has its <c>Id</c> among its values.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="records">The records; 1 to 200.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="options">How they are saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per record, in their order.</returns>
    /// <exception cref="ArgumentException">There are no records, or more than 200, or one has no <c>Id</c>.</exception>
    public virtual Task<IReadOnlyList<SaveResult>> UpdateAsync(
        string sobject, IReadOnlyList<RecordValues> records, bool allOrNone = false, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireField(records, "Id");
        return SaveAsync(UpdateOperation, HttpMethod.Patch, VendorPath.Of($"services/data/{_org.Version}/composite/sobjects"), sobject, records, allOrNone, options, cancellationToken);
    }

    /// <summary>Creates or changes records by an external id, which each of them has among its values.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="field">The external id field, or a standard field that can be looked up (seen for <c>Email</c> of contacts).</param>
    /// <param name="records">The records; 1 to 200. A value that several existing records have gives an error for that record.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="options">
    /// How they are saved, and whether <paramref name="field"/> is unique (<see cref="SaveOptions.IsKeyUnique"/>); <see langword="null"/> for the org's way and a key that is not.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per record, in their order, with <see cref="SaveResult.Created"/>.</returns>
    /// <exception cref="ArgumentException">There are no records, or more than 200, or one lacks <paramref name="field"/>.</exception>
    public virtual Task<IReadOnlyList<SaveResult>> UpsertAsync(
        string sobject, string field, IReadOnlyList<RecordValues> records, bool allOrNone = false, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireField(records, field);
        var operation = options is { IsKeyUnique: true } ? UniqueUpsertOperation : UpsertOperation;
        return SaveAsync(
            operation, HttpMethod.Patch, VendorPath.Of($"services/data/{_org.Version}/composite/sobjects/{sobject}/{field}"), sobject, records, allOrNone, options, cancellationToken);
    }

    /// <summary>Creates records whose JSON exists already, or is cheaper to write by hand; it goes into the body as it is.</summary>
    /// <param name="sobject">The object, such as <c>Contact</c>.</param>
    /// <param name="count">How many records; 1 to 200.</param>
    /// <param name="write">Writes the record with this index, from 0: one JSON object of its fields in UTF-8, without <c>attributes</c>.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="options">How they are saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per record, in their order.</returns>
    /// <exception cref="ArgumentException">There are no records, or more than 200, or <paramref name="write"/> wrote no JSON object.</exception>
    public virtual Task<IReadOnlyList<SaveResult>> CreateJsonAsync(
        string sobject, int count, Action<int, IBufferWriter<byte>> write, bool allOrNone = false, SaveOptions? options = null, CancellationToken cancellationToken = default) =>
        SaveJsonAsync(CreateOperation, HttpMethod.Post, sobject, count, write, allOrNone, options, cancellationToken);

    /// <summary>Changes records whose JSON exists already, or is cheaper to write by hand; it goes into the body as it is.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="count">How many records; 1 to 200.</param>
    /// <param name="write">Writes the record with this index, from 0: one JSON object of its fields in UTF-8, <c>Id</c> among them, without <c>attributes</c>.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="options">How they are saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per record, in their order.</returns>
    /// <exception cref="ArgumentException">There are no records, or more than 200, or <paramref name="write"/> wrote no JSON object.</exception>
    public virtual Task<IReadOnlyList<SaveResult>> UpdateJsonAsync(
        string sobject, int count, Action<int, IBufferWriter<byte>> write, bool allOrNone = false, SaveOptions? options = null, CancellationToken cancellationToken = default) =>
        SaveJsonAsync(UpdateOperation, HttpMethod.Patch, sobject, count, write, allOrNone, options, cancellationToken);

    /// <summary>Moves records to the recycle bin. Their objects may differ.</summary>
    /// <param name="ids">The ids; 1 to 200.</param>
    /// <param name="allOrNone">Whether one failure undoes all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per id, in their order. After a lost answer a record that this call itself deleted may come as <see cref="SalesforceErrorCode.EntityIsDeleted"/>.</returns>
    /// <exception cref="ArgumentException">There are no ids, or more than 200.</exception>
    public virtual async Task<IReadOnlyList<SaveResult>> DeleteAsync(IReadOnlyList<string> ids, bool allOrNone = false, CancellationToken cancellationToken = default)
    {
        CheckCount(ids, SalesforceConstants.MaxCollectionRecords, nameof(ids));
        var path = VendorPath.Of($"services/data/{_org.Version}/composite/sobjects").QueryList("ids", ids).Query("allOrNone", allOrNone);
        using var response = await _org.SendRawAsync(VendorRequest.Delete(DeleteOperation, path), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(DeleteOperation, response, ids.Count, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads records of one object by id.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="ids">The ids; 1 to 2,000.</param>
    /// <param name="fields">The fields to read; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One entry per id, in their order; <see langword="null"/> where there is no such record, or none the user may see.</returns>
    /// <exception cref="ArgumentException">There are no ids, or more than 2,000, or no fields.</exception>
    public virtual async Task<IReadOnlyList<SalesforceRecord?>> GetAsync(
        string sobject, IReadOnlyList<string> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken = default)
    {
        CheckCount(ids, 2000, nameof(ids));
        CheckCount(fields, int.MaxValue, nameof(fields));
        var content = JsonParts.Content(writer =>
        {
            writer.WriteStartObject();
            WriteTexts(writer, "ids", ids);
            WriteTexts(writer, "fields", fields);
            writer.WriteEndObject();
        });
        var request = new VendorRequest(GetOperation, HttpMethod.Post, VendorPath.Of($"services/data/{_org.Version}/composite/sobjects/{sobject}").ToUri(), content);
        return await _org.SendAsync(request, SalesforceJson.Default.IReadOnlyListSalesforceRecord, cancellationToken).ConfigureAwait(false);
    }

    private static void RequireField(IReadOnlyList<RecordValues> records, string field)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        for (var i = 0; i < records.Count; i++)
        {
            // Salesforce creates a record for Id null, so null is a value here; only leaving it out is a mistake.
            if (!records[i][field].IsGiven)
            {
                throw new ArgumentException($"Record {i} has no {field}; it must stand among its values.", nameof(records));
            }
        }
    }

    private static void CheckCount<T>(IReadOnlyList<T> items, int maximum, string parameter)
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        CheckCount(items.Count, maximum, parameter);
    }

    private static void CheckCount(int count, int maximum, string parameter)
    {
        if (count < 1 || count > maximum)
        {
            throw new ArgumentException($"There must be 1 to {maximum}, not {count}; split the list (Enumerable.Chunk), or use the Bulk API.", parameter);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private async Task<IReadOnlyList<SaveResult>> SaveAsync(
        VendorOperation operation,
        HttpMethod method,
        VendorPath path,
        string sobject,
        IReadOnlyList<RecordValues> records,
        bool allOrNone,
        SaveOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sobject);
        CheckCount(records, SalesforceConstants.MaxCollectionRecords, nameof(records));
        var content = JsonParts.Content(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("allOrNone", allOrNone);
            writer.WriteStartArray("records");
            foreach (var record in records)
            {
                record.WriteTo(writer, sobject);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return await SendAsync(operation, method, path, content, records.Count, options, cancellationToken).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<SaveResult>> SaveJsonAsync(
        VendorOperation operation,
        HttpMethod method,
        string sobject,
        int count,
        Action<int, IBufferWriter<byte>> write,
        bool allOrNone,
        SaveOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sobject);
        ArgumentNullException.ThrowIfNull(write);
        CheckCount(count, SalesforceConstants.MaxCollectionRecords, nameof(count));
        var path = VendorPath.Of($"services/data/{_org.Version}/composite/sobjects");
        return SendAsync(operation, method, path, CollectionBody.Of(sobject, count, write, allOrNone), count, options, cancellationToken);
    }

    private async Task<IReadOnlyList<SaveResult>> SendAsync(
        VendorOperation operation, HttpMethod method, VendorPath path, HttpContent content, int count, SaveOptions? options, CancellationToken cancellationToken)
    {
        var request = new VendorRequest(operation, method, path.ToUri(), content) { Headers = SaveOptions.Headers(options) };
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(operation, response, count, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Results are told apart by their place alone: a list of another length cannot be used.</summary>
    private async Task<IReadOnlyList<SaveResult>> ReadAsync(VendorOperation operation, HttpResponseMessage response, int expected, CancellationToken cancellationToken)
    {
        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        JsonTypeInfo<IReadOnlyList<SaveResult>> type = SalesforceJson.Default.IReadOnlyListSaveResult;
        var results = await _org.ReadAsync(operation, response, type, cancellationToken).ConfigureAwait(false);
        return results.Count == expected
            ? results
            : throw new SupportContentException(_org.Describe(operation, response), response.StatusCode, $"it holds {results.Count} results for {expected} records");
    }
}
