namespace Support.Sdk.Zendesk;

/// <summary>A word of Zendesk's vocabulary that the converter can make from any text.</summary>
internal interface IVocabulary<TSelf>
    where TSelf : struct, IVocabulary<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}
