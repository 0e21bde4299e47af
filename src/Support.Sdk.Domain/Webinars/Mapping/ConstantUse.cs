namespace Support.Sdk.Webinars;

/// <summary>When <see cref="FieldConversion.Constant"/> takes the place of the value.</summary>
public enum ConstantUse
{
    /// <summary>The default: for every participant. In JSON <c>always</c>.</summary>
    Always,

    /// <summary>Only where the participant has no value. In JSON <c>empty</c>.</summary>
    Empty,
}
