namespace Support.Sdk.Webex;

/// <summary>A word of the vendor's vocabulary: a text that may be one we do not know.</summary>
internal interface IWireValue<TSelf>
    where TSelf : struct, IWireValue<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}
