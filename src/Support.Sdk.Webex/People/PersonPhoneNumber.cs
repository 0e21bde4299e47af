namespace Support.Sdk.Webex.People;

/// <summary>A telephone number of a person.</summary>
public sealed record PersonPhoneNumber
{
    /// <summary><c>work</c>, <c>work_extension</c>, <c>mobile</c> or <c>fax</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The number.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it is the main one.</summary>
    public bool? Primary { get; init; }

    /// <summary>Type, Primary; nothing personal.</summary>
    public override string ToString() => $"PersonPhoneNumber {{ Type = {Type}, Primary = {Primary} }}";
}
