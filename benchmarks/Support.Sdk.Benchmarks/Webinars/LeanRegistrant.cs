namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>A registrant with nothing but what the mapping needs: written for this one mapping, which in truth is known at run time only.</summary>
public sealed class LeanRegistrant : IRegistrant
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? JobTitle { get; set; }

    public string? CompanyName { get; set; }

    public string? Address1 { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public long? ZipCode { get; set; }

    public string? CountryRegion { get; set; }

    public string? WorkPhone { get; set; }

    public DateTimeOffset? RegistrationTime { get; set; }
}
