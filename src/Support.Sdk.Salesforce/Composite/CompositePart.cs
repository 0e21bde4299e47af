using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.Composite;

/// <summary>One request within a composite one.</summary>
/// <remarks>
/// Immutable and thread-safe. Addresses are relative to the version (<c>sobjects/Contact</c>). Values of earlier answers are referred to by <c>@{name.id}</c>, in values and,
/// as text of the program, in addresses: <c>VendorPath.Of($"sobjects/Account/@{{account.id}}")</c>.
/// </remarks>
public sealed record CompositePart
{
    private CompositePart(string referenceId, HttpMethod method, VendorPath path, RecordValues? body, string? without = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(referenceId);
        if (!char.IsAsciiLetter(referenceId[0]) || !referenceId.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException("A reference id has letters, digits and underscores and begins with a letter.", nameof(referenceId));
        }

        (ReferenceId, Method, Path, Body, Without) = (referenceId, method, path, body, without);
    }

    /// <summary>By which later parts refer to the answer, and by which the answer is found.</summary>
    public string ReferenceId { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The address, relative to the version.</summary>
    public VendorPath Path { get; }

    internal RecordValues? Body { get; }

    /// <summary>A value of the body that stands in the address.</summary>
    internal string? Without { get; }

    /// <summary>Reads something.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="path">The address.</param>
    /// <exception cref="ArgumentException"><paramref name="referenceId"/> is no name.</exception>
    public static CompositePart Get(string referenceId, VendorPath path) => new(referenceId, HttpMethod.Get, path, null);

    /// <summary>Queries; at most five of a composite request.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="soql">The query.</param>
    public static CompositePart Query(string referenceId, Queries.Soql soql) => new(referenceId, HttpMethod.Get, VendorPath.Of($"query").Query("q", soql.Text), null);

    /// <summary>Creates a record.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="values">The fields.</param>
    public static CompositePart Create(string referenceId, string sobject, RecordValues values) =>
        new(referenceId, HttpMethod.Post, VendorPath.Of($"sobjects/{sobject}"), NotNull(values));

    /// <summary>Changes a record.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    /// <param name="values">The fields.</param>
    public static CompositePart Update(string referenceId, string sobject, string id, RecordValues values) =>
        new(referenceId, HttpMethod.Patch, VendorPath.Of($"sobjects/{sobject}/{id}"), NotNull(values), "Id");

    /// <summary>Creates or changes a record by an external id.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="field">The external id field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="values">The other fields.</param>
    public static CompositePart Upsert(string referenceId, string sobject, string field, string value, RecordValues values) =>
        new(referenceId, HttpMethod.Patch, VendorPath.Of($"sobjects/{sobject}/{field}/{value}"), NotNull(values), field);

    /// <summary>Deletes a record.</summary>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="sobject">The object.</param>
    /// <param name="id">The id.</param>
    public static CompositePart Delete(string referenceId, string sobject, string id) => new(referenceId, HttpMethod.Delete, VendorPath.Of($"sobjects/{sobject}/{id}"), null);

    /// <summary>Anything else with a body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="referenceId">The name of the part.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The address.</param>
    /// <param name="body">The body: an object.</param>
    /// <param name="type">Its JSON.</param>
    public static CompositePart Other<T>(string referenceId, HttpMethod method, VendorPath path, T body, JsonTypeInfo<T> type) =>
        new(referenceId, method, path, RecordValues.From(body, type));

    /// <summary>Name, method and address, which for an upsert ends before the value.</summary>
    public override string ToString()
    {
        var address = Path.ToString();
        return $"{ReferenceId}: {Method} {(Without is null or "Id" ? address : address[..address.LastIndexOf('/')])}";
    }

    private static RecordValues NotNull(RecordValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }
}
