namespace Support.Sdk.Webinars;

/// <summary>The objects into which can be imported. Registered by the system's name as keyed service, such as <c>salesforce</c>.</summary>
/// <remarks>Implementations are thread-safe and throw faults as exceptions that implement <see cref="Failures.IVendorFailure"/>.</remarks>
public interface IImportObjects
{
    /// <summary>Describes an object as the importing user sees it; <see langword="null"/> when there is none of this name, or none that the user may see.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="objectName">The API name, such as <c>Contact</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<TargetObject?> DescribeAsync(string account, string objectName, CancellationToken cancellationToken = default);

    /// <summary>Reads fields of records by their ids, such as to predict what another primary key means (WBN-07).</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="objectName">The API name of the object.</param>
    /// <param name="fields">The fields, at least one.</param>
    /// <param name="recordIds">The records; those that are gone are left out of the answer.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>Each record's id with its values, in the order of <paramref name="fields"/>; <see langword="null"/> where there is none.</returns>
    IAsyncEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> ReadAsync(
        string account, string objectName, IReadOnlyList<string> fields, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default);
}
