namespace Support.Sdk.Webex.People;

/// <summary>A SIP address of a person.</summary>
public sealed record PersonSipAddress
{
    /// <summary><c>personal-room</c>, <c>enterprise</c> or <c>cloud-calling</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The address.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it is the main one.</summary>
    public bool? Primary { get; init; }
}
