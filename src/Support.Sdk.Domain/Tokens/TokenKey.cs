namespace Support.Sdk.Tokens;

/// <summary>Names the owner of a pair of tokens.</summary>
/// <param name="Vendor">The vendor in lower case, such as <c>webex</c> or <c>zendesk</c>.</param>
/// <param name="Account">The named account (tenant) of the host application; empty for the default one.</param>
/// <param name="Subject">The user for whom the tokens act, or empty when they act for the account.</param>
public readonly record struct TokenKey(string Vendor, string Account, string Subject = "")
{
    /// <summary>The key as one string: <c>vendor/account/subject</c>, each part escaped.</summary>
    public override string ToString() =>
        $"{Uri.EscapeDataString(Vendor ?? "")}/{Uri.EscapeDataString(Account ?? "")}/{Uri.EscapeDataString(Subject ?? "")}";
}
