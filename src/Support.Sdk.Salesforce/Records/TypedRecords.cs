using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce.Records;

/// <summary>Writes records of your own types; see <see cref="RecordValues.From{T}"/> for what is written.</summary>
public static class TypedRecords
{
    /// <summary>Creates a record.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="sobject">The object, such as <c>Contact</c>.</param>
    /// <param name="record">The record.</param>
    /// <param name="type">Its JSON; see <see cref="SalesforceDateTimeConverter"/>.</param>
    /// <param name="options">How it is saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<SaveResult> CreateAsync<T>(
        this RecordsClient client, string sobject, T record, JsonTypeInfo<T> type, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.CreateAsync(sobject, RecordValues.From(record, type), options, cancellationToken);
    }

    /// <summary>Changes the fields that the JSON of <paramref name="record"/> has.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="record">The record.</param>
    /// <param name="type">Its JSON.</param>
    /// <param name="options">How it is saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task UpdateAsync<T>(
        this RecordsClient client, string sobject, string id, T record, JsonTypeInfo<T> type, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.UpdateAsync(sobject, id, RecordValues.From(record, type), options, cancellationToken);
    }

    /// <summary>Creates the record with an external id, or changes the one that has it; see <see cref="RecordsClient.UpsertAsync"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="field">The external id field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="record">The record.</param>
    /// <param name="type">Its JSON.</param>
    /// <param name="options">How it is saved; <see langword="null"/> for the org's way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<UpsertOutcome> UpsertAsync<T>(
        this RecordsClient client,
        string sobject,
        string field,
        string value,
        T record,
        JsonTypeInfo<T> type,
        SaveOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.UpsertAsync(sobject, field, value, RecordValues.From(record, type), updateOnly: false, options, cancellationToken);
    }
}
