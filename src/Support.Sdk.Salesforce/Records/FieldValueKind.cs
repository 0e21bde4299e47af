namespace Support.Sdk.Salesforce.Records;

internal enum FieldValueKind
{
    NotGiven,
    Null,
    Text,

    /// <summary>A number or boolean: the same in JSON, without quotes, and in CSV.</summary>
    Literal,
    Json,
}
