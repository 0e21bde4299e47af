namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>What the mapping by hand needs of a registrant.</summary>
public interface IRegistrant
{
    string? FirstName { get; }

    string? LastName { get; }

    string? Email { get; }

    string? JobTitle { get; }

    string? CompanyName { get; }

    string? Address1 { get; }

    string? City { get; }

    string? State { get; }

    long? ZipCode { get; }

    string? CountryRegion { get; }

    string? WorkPhone { get; }

    DateTimeOffset? RegistrationTime { get; }
}
