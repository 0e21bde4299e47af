using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce;

/// <summary>What Salesforce calls an error, of a request (<c>errorCode</c>) or of one record (<c>statusCode</c>) (fact sheet 3).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<SalesforceErrorCode>))]
public readonly record struct SalesforceErrorCode : IVocabulary<SalesforceErrorCode>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public SalesforceErrorCode(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The token is no longer good, or was not issued for the API. Wire value <c>INVALID_SESSION_ID</c>.</summary>
    public static SalesforceErrorCode InvalidSession { get; } = new("INVALID_SESSION_ID");

    /// <summary>The budget of calls is used up. Comes as 403. Wire value <c>REQUEST_LIMIT_EXCEEDED</c>.</summary>
    public static SalesforceErrorCode RequestLimitExceeded { get; } = new("REQUEST_LIMIT_EXCEEDED");

    /// <summary>The org's edition has no API. Wire value <c>API_DISABLED_FOR_ORG</c>.</summary>
    public static SalesforceErrorCode ApiDisabled { get; } = new("API_DISABLED_FOR_ORG");

    /// <summary>There is no such record, object or external id field, or it is hidden from the user. Wire value <c>NOT_FOUND</c>.</summary>
    public static SalesforceErrorCode NotFound { get; } = new("NOT_FOUND");

    /// <summary>The record was deleted. Wire value <c>ENTITY_IS_DELETED</c>.</summary>
    public static SalesforceErrorCode EntityIsDeleted { get; } = new("ENTITY_IS_DELETED");

    /// <summary>The SOQL cannot be read. Wire value <c>MALFORMED_QUERY</c>.</summary>
    public static SalesforceErrorCode MalformedQuery { get; } = new("MALFORMED_QUERY");

    /// <summary>The id cannot be one. Wire value <c>MALFORMED_ID</c>.</summary>
    public static SalesforceErrorCode MalformedId { get; } = new("MALFORMED_ID");

    /// <summary>The object has no such field, or it is hidden from the user. Wire value <c>INVALID_FIELD</c>.</summary>
    public static SalesforceErrorCode InvalidField { get; } = new("INVALID_FIELD");

    /// <summary>There is no such object, or it is hidden from the user. Wire value <c>INVALID_TYPE</c>.</summary>
    public static SalesforceErrorCode InvalidType { get; } = new("INVALID_TYPE");

    /// <summary>The cursor of a query is no longer kept. Wire value <c>INVALID_QUERY_LOCATOR</c>.</summary>
    public static SalesforceErrorCode InvalidQueryLocator { get; } = new("INVALID_QUERY_LOCATOR");

    /// <summary>A required field has no value. Wire value <c>REQUIRED_FIELD_MISSING</c>.</summary>
    public static SalesforceErrorCode RequiredFieldMissing { get; } = new("REQUIRED_FIELD_MISSING");

    /// <summary>A text is longer than its field. Wire value <c>STRING_TOO_LONG</c>.</summary>
    public static SalesforceErrorCode StringTooLong { get; } = new("STRING_TOO_LONG");

    /// <summary>The e-mail address cannot be one. Wire value <c>INVALID_EMAIL_ADDRESS</c>.</summary>
    public static SalesforceErrorCode InvalidEmailAddress { get; } = new("INVALID_EMAIL_ADDRESS");

    /// <summary>The value is not one of a restricted picklist. Wire value <c>INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST</c>.</summary>
    public static SalesforceErrorCode InvalidPicklistValue { get; } = new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");

    /// <summary>A validation rule of the org refused the record. Wire value <c>FIELD_CUSTOM_VALIDATION_EXCEPTION</c>.</summary>
    public static SalesforceErrorCode CustomValidationFailed { get; } = new("FIELD_CUSTOM_VALIDATION_EXCEPTION");

    /// <summary>The values do not go together. Wire value <c>FIELD_INTEGRITY_EXCEPTION</c>.</summary>
    public static SalesforceErrorCode FieldIntegrity { get; } = new("FIELD_INTEGRITY_EXCEPTION");

    /// <summary>A unique value exists already; also a second membership of a campaign. Wire value <c>DUPLICATE_VALUE</c>.</summary>
    public static SalesforceErrorCode DuplicateValue { get; } = new("DUPLICATE_VALUE");

    /// <summary>A duplicate rule of the org matched; see <see cref="SalesforceError.DuplicateResult"/>. Wire value <c>DUPLICATES_DETECTED</c>.</summary>
    public static SalesforceErrorCode DuplicatesDetected { get; } = new("DUPLICATES_DETECTED");

    /// <summary>Another transaction holds the record. Wire value <c>UNABLE_TO_LOCK_ROW</c>.</summary>
    public static SalesforceErrorCode UnableToLockRow { get; } = new("UNABLE_TO_LOCK_ROW");

    /// <summary>The record was sound, but another one of the same call was not. Wire value <c>ALL_OR_NONE_OPERATION_ROLLED_BACK</c>.</summary>
    public static SalesforceErrorCode AllOrNoneRolledBack { get; } = new("ALL_OR_NONE_OPERATION_ROLLED_BACK");

    /// <summary>Not done, because something before it failed. Wire value <c>PROCESSING_HALTED</c>.</summary>
    public static SalesforceErrorCode ProcessingHalted { get; } = new("PROCESSING_HALTED");

    /// <summary>A trigger or flow of the org refused the record. Wire value <c>CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY</c>.</summary>
    public static SalesforceErrorCode TriggerFailed { get; } = new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");

    /// <summary>Salesforce is busy. Wire value <c>SERVER_UNAVAILABLE</c>.</summary>
    public static SalesforceErrorCode ServerUnavailable { get; } = new("SERVER_UNAVAILABLE");

    /// <summary>Salesforce failed. Wire value <c>UNKNOWN_EXCEPTION</c>.</summary>
    public static SalesforceErrorCode Unknown { get; } = new("UNKNOWN_EXCEPTION");

    /// <summary>
    /// Whether the same request may succeed later without anything being changed: <see cref="UnableToLockRow"/>, <see cref="ServerUnavailable"/>, <see cref="Unknown"/>.
    /// <see cref="RequestLimitExceeded"/> is not among them: the budget frees itself over 24 hours.
    /// </summary>
    public bool IsTransient => this == UnableToLockRow || this == ServerUnavailable || this == Unknown;

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SalesforceErrorCode IVocabulary<SalesforceErrorCode>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
