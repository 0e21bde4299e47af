namespace Support.Sdk.Salesforce;

/// <summary>A word of Salesforce's vocabulary that the converter can make from any text.</summary>
internal interface IVocabulary<TSelf>
    where TSelf : struct, IVocabulary<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}
