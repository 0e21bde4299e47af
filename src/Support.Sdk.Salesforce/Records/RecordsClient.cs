using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce.Records;

/// <summary>Single records (fact sheet 6). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>
/// Salesforce knows no idempotency keys: a creation is repeated only when it surely did not happen, and so is an upsert that may create, unless
/// <see cref="SaveOptions.IsKeyUnique"/> says that its key is unique. Object and field names are API names. The value by which a record is looked for, often an e-mail
/// address, stands in no error and no log. For a refused save see <see cref="SalesforceErrors.GetSalesforceErrors"/>.
/// </remarks>
public class RecordsClient
{
    private static readonly VendorOperation CreateOperation = new("salesforce.records.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation GetOperation = new("salesforce.records.get", RetryMeaning.Safe);
    private static readonly VendorOperation FindOperation = new("salesforce.records.find", RetryMeaning.Safe) { HidesLastSegment = true };
    private static readonly VendorOperation UpdateOperation = new("salesforce.records.update", RetryMeaning.Idempotent);
    private static readonly VendorOperation UpsertOperation = new("salesforce.records.upsert", RetryMeaning.ProbeBeforeRetry) { HidesLastSegment = true };
    private static readonly VendorOperation UniqueUpsertOperation = new("salesforce.records.upsert", RetryMeaning.Idempotent) { HidesLastSegment = true };
    private static readonly VendorOperation DeleteOperation = new("salesforce.records.delete", RetryMeaning.Idempotent);
    private readonly SalesforceConnection _org;

    internal RecordsClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected RecordsClient() => _org = null!;

    /// <summary>Creates a record; also publishes a platform event (<c>My_Event__e</c>).</summary>
    /// <param name="sobject">The object, such as <c>Contact</c>.</param>
    /// <param name="values">The fields.</param>
    /// <param name="options">How it is saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id.</returns>
    public virtual Task<SaveResult> CreateAsync(string sobject, RecordValues values, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var request = new VendorRequest(
            CreateOperation, HttpMethod.Post, VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}").ToUri(), JsonParts.Content(writer => values.WriteTo(writer, null)));
        return _org.SendAsync(request with { Headers = SaveOptions.Headers(options) }, SalesforceJson.Default.SaveResult, cancellationToken);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="fields">The fields to read; <see langword="null"/> or empty for all the user may see.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SupportRequestException">There is no such record (404), or it was deleted.</exception>
    public virtual Task<SalesforceRecord> GetAsync(string sobject, string id, IEnumerable<string>? fields = null, CancellationToken cancellationToken = default) =>
        GetAsync(sobject, id, SalesforceJson.Default.SalesforceRecord, fields, cancellationToken);

    /// <summary>Reads a record as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="type">The JSON of the type; see <see cref="SalesforceDateTimeConverter"/>.</param>
    /// <param name="fields">The fields to read; <see langword="null"/> or empty for all the user may see.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SupportRequestException">There is no such record (404), or it was deleted.</exception>
    public virtual Task<T> GetAsync<T>(string sobject, string id, JsonTypeInfo<T> type, IEnumerable<string>? fields = null, CancellationToken cancellationToken = default) =>
        _org.SendAsync(VendorRequest.Get(GetOperation, VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/{id}").QueryList("fields", fields)), type, cancellationToken);

    /// <summary>Looks for a record by an external id, or by another field that Salesforce can look up.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="fields">The fields to read; <see langword="null"/> or empty for all the user may see.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record, or nothing, or the addresses of several.</returns>
    /// <exception cref="SupportRequestException">The object has no such field that can be looked up (404), and so on.</exception>
    public virtual async Task<RecordLookup<SalesforceRecord>> FindAsync(
        string sobject, string field, string value, IEnumerable<string>? fields = null, CancellationToken cancellationToken = default)
    {
        var path = VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/{field}/{value}").QueryList("fields", fields);
        using var response = await _org.SendRawAsync(VendorRequest.Get(FindOperation, path), cancellationToken).ConfigureAwait(false);
        var candidates = await Candidates.ReadAsync(_org, FindOperation, response, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.MultipleChoices)
        {
            return new(null, candidates);
        }

        // 404 means "no such record" and "no such field" alike; the message of the latter names the field ("Provided external ID field does not exist…").
        if (response.StatusCode == HttpStatusCode.NotFound && !await SpeaksOfFieldAsync(response, field, cancellationToken).ConfigureAwait(false))
        {
            return new(null, []);
        }

        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        return new(await _org.ReadAsync(FindOperation, response, SalesforceJson.Default.SalesforceRecord, cancellationToken).ConfigureAwait(false), []);
    }

    /// <summary>Changes fields of a record; the others stay.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="values">The fields.</param>
    /// <param name="options">How it is saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task UpdateAsync(string sobject, string id, RecordValues values, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var request = new VendorRequest(
            UpdateOperation,
            HttpMethod.Patch,
            VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/{id}").ToUri(),
            JsonParts.Content(writer => values.WriteTo(writer, null, without: "Id")));
        return _org.SendAsync(request with { Headers = SaveOptions.Headers(options) }, cancellationToken);
    }

    /// <summary>Creates the record with an external id, or changes the one that has it.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="field">The external id field, best a unique one.</param>
    /// <param name="value">Its value. The field itself may be left out of <paramref name="values"/>, and is not sent there.</param>
    /// <param name="values">The other fields.</param>
    /// <param name="updateOnly">Whether to change only, and to fail with 404 when there is no such record.</param>
    /// <param name="options">How it is saved, and whether <paramref name="field"/> is unique; <see langword="null"/> for the org's way, and a key that is not.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record, or the addresses of several that have the value: nothing was written then.</returns>
    /// <exception cref="SupportConnectionException">
    /// The answer was lost (<see cref="SupportConnectionException.MayHaveBeenReceived"/>): without <see cref="SaveOptions.IsKeyUnique"/>, look with <see cref="FindAsync"/> before repeating it.
    /// </exception>
    public virtual async Task<UpsertOutcome> UpsertAsync(
        string sobject,
        string field,
        string value,
        RecordValues values,
        bool updateOnly = false,
        SaveOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var path = VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/{field}/{value}").Query("updateOnly", updateOnly ? true : (bool?)null);
        // A change alone, like one by a unique key, has the same effect twice.
        var operation = updateOnly || options is { IsKeyUnique: true } ? UniqueUpsertOperation : UpsertOperation;
        var request = new VendorRequest(operation, HttpMethod.Patch, path.ToUri(), JsonParts.Content(writer => values.WriteTo(writer, null, without: field)));
        using var response = await _org.SendRawAsync(request with { Headers = SaveOptions.Headers(options) }, cancellationToken).ConfigureAwait(false);
        var candidates = await Candidates.ReadAsync(_org, operation, response, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.MultipleChoices)
        {
            return new(null, candidates);
        }

        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        var saved = await _org.ReadAsync(operation, response, SalesforceJson.Default.SaveResult, cancellationToken).ConfigureAwait(false);
        return new(saved with { Created = saved.Created ?? response.StatusCode == HttpStatusCode.Created }, []);
    }

    /// <summary>Moves a record to the recycle bin.</summary>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when the record was deleted; false when there was none (any more), which after a lost answer may be this call's own doing.</returns>
    public virtual async Task<bool> DeleteAsync(string sobject, string id, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Delete(DeleteOperation, VendorPath.Of($"services/data/{_org.Version}/sobjects/{sobject}/{id}"));
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            var errors = SalesforceErrors.Parse(await TextAsync(response, cancellationToken).ConfigureAwait(false));
            if (errors.Any(static error => error.Code == SalesforceErrorCode.NotFound || error.Code == SalesforceErrorCode.EntityIsDeleted))
            {
                return false;
            }
        }

        await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> SpeaksOfFieldAsync(HttpResponseMessage response, string field, CancellationToken cancellationToken) =>
        SalesforceErrors.Parse(await TextAsync(response, cancellationToken).ConfigureAwait(false)) is not [{ } error, ..]
        || error.Code != SalesforceErrorCode.NotFound
        || error.Message.Contains("external ID field", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains(field, StringComparison.OrdinalIgnoreCase);

    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
}
